package se.foreningstorget.venue.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.contracts.venue.BookingEvent;
import se.foreningstorget.contracts.venue.BookingEvent.VenueBooked;
import se.foreningstorget.contracts.venue.BookingEvent.VenueBookingCancelled;
import se.foreningstorget.contracts.venue.BookingId;
import se.foreningstorget.contracts.venue.Slot;
import se.foreningstorget.contracts.venue.VenueId;
import se.foreningstorget.venue.booking.BookingCommand.Book;
import se.foreningstorget.venue.booking.BookingCommand.Cancel;

/** Commands and events of one venue, open 8 to 22, seen at noon. */
final class Wishes {
    static final VenueId SALEN = new VenueId("salen");
    static final AssociationId ANN = new AssociationId("anns-kor");
    static final AssociationId BO = new AssociationId("bos-schack");
    static final Slot OPEN = slot("08:00", "22:00");
    static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    static final LocalDate TOMORROW = TODAY.plusDays(1);
    static final LocalDateTime NOON = TODAY.atTime(12, 0);
    static final Instant NOW = Instant.parse("2026-12-01T11:00:00Z");

    private Wishes() {}

    static Slot slot(String from, String to) {
        return new Slot(LocalTime.parse(from), LocalTime.parse(to));
    }

    static Book wish(String id, AssociationId by, LocalDate day, String from, String to) {
        return wish(id, by, day, slot(from, to), true);
    }

    static Book byUnknown(String id, LocalDate day, String from, String to) {
        return wish(id, new AssociationId("nobody"), day, slot(from, to), false);
    }

    static Book wish(String id, AssociationId by, LocalDate day, Slot slot, boolean known) {
        return new Book(
                SALEN,
                day,
                new BookingId(id),
                slot,
                by,
                "övning",
                OPEN,
                known,
                "an-editor",
                NOON,
                NOW);
    }

    static Cancel cancel(String id) {
        return new Cancel(SALEN, TOMORROW, new BookingId(id), "an-editor", NOW);
    }

    static BookingEvent booked(Book wish) {
        return new VenueBooked(wish.venue(), wish.day(), wish.booking(), wish.by(), wish.now());
    }

    static BookingEvent cancelled(Book wish) {
        return new VenueBookingCancelled(
                wish.venue(), wish.day(), wish.id(), wish.by(), wish.now());
    }
}
