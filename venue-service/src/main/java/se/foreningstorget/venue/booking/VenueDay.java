package se.foreningstorget.venue.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.venue.BookedDay;
import se.foreningstorget.contracts.venue.Booking;
import se.foreningstorget.contracts.venue.BookingEvent;
import se.foreningstorget.contracts.venue.BookingEvent.VenueBooked;
import se.foreningstorget.contracts.venue.BookingEvent.VenueBookingCancelled;
import se.foreningstorget.contracts.venue.BookingId;
import se.foreningstorget.contracts.venue.Slot;
import se.foreningstorget.eventkit.Decision;
import se.foreningstorget.venue.booking.BookingCommand.Book;
import se.foreningstorget.venue.booking.BookingCommand.Cancel;

/** The rules of one venue on one day: of the bookings asked for, no two standing ones overlap. */
final class VenueDay {
    private VenueDay() {}

    static Decision<BookingEvent> decide(@Nullable BookedDay day, BookingCommand command) {
        return switch (command) {
            case Book wish when find(day, wish.id()).filter(it -> same(it, wish)).isPresent() ->
                    Decision.unchanged();
            case Book wish when find(day, wish.id()).isPresent() ->
                    Decision.reject(BookingRejection.ID_IN_USE);
            case Book wish when wish.startsTooLate() ->
                    Decision.reject(BookingRejection.SLOT_PASSED);
            case Book wish when wish.isOutside() ->
                    Decision.reject(BookingRejection.OUTSIDE_OPENING_HOURS);
            case Book wish when !wish.associationKnown() ->
                    Decision.reject(BookingRejection.ASSOCIATION_UNKNOWN);
            case Book wish when isTaken(day, wish.slot()) ->
                    Decision.reject(BookingRejection.SLOT_TAKEN);
            case Book wish ->
                    Decision.accept(
                            new VenueBooked(
                                    wish.venue(),
                                    wish.day(),
                                    wish.booking(),
                                    wish.by(),
                                    wish.now()));
            case Cancel(_, _, var id, _, _) when find(day, id).isEmpty() ->
                    Decision.reject(BookingRejection.NO_SUCH_BOOKING);
            case Cancel(_, _, var id, _, _) when find(day, id).filter(Booking::stands).isEmpty() ->
                    Decision.unchanged();
            case Cancel(var venue, var date, var id, var by, var now) ->
                    Decision.accept(new VenueBookingCancelled(venue, date, id, by, now));
        };
    }

    static BookedDay evolve(@Nullable BookedDay day, BookingEvent event) {
        var bookings = new ArrayList<>(day == null ? List.of() : day.bookings());
        switch (event) {
            case VenueBooked(_, _, var booking, _, _) -> bookings.add(booking);
            case VenueBookingCancelled(_, _, var id, _, _) ->
                    bookings.replaceAll(it -> it.id().equals(id) ? it.cancelled() : it);
        }
        return new BookedDay(event.venue(), event.day(), bookings);
    }

    static Optional<Booking> find(@Nullable BookedDay day, BookingId id) {
        return bookings(day).filter(booking -> booking.id().equals(id)).findFirst();
    }

    private static boolean isTaken(@Nullable BookedDay day, Slot slot) {
        return bookings(day).anyMatch(it -> it.stands() && it.slot().overlaps(slot));
    }

    /** A repeat of a wish that was granted, whether or not the booking still stands. */
    private static boolean same(Booking booking, Book wish) {
        return booking.slot().equals(wish.slot())
                && booking.association().equals(wish.association())
                && Objects.equals(booking.purpose(), wish.purpose());
    }

    private static Stream<Booking> bookings(@Nullable BookedDay day) {
        return day == null ? Stream.empty() : day.bookings().stream();
    }
}
