package se.foreningstorget.venue.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.contracts.venue.Booking;
import se.foreningstorget.contracts.venue.BookingId;
import se.foreningstorget.contracts.venue.BookingStatus;
import se.foreningstorget.contracts.venue.Slot;
import se.foreningstorget.contracts.venue.VenueId;

/** What can be asked of a venue's day. */
sealed interface BookingCommand {

    /**
     * Keep a slot for an association.
     *
     * @param open the venue's opening hours that day
     * @param associationKnown whether our copy of the register has the association
     * @param localNow the time at the venue
     */
    record Book(
            VenueId venue,
            LocalDate day,
            BookingId id,
            Slot slot,
            AssociationId association,
            @Nullable String purpose,
            Slot open,
            boolean associationKnown,
            String by,
            LocalDateTime localNow,
            Instant now)
            implements BookingCommand {

        Booking booking() {
            return new Booking(id, slot, association, purpose, BookingStatus.STANDING, now);
        }

        boolean startsTooLate() {
            return !day.atTime(slot.from()).isAfter(localNow);
        }

        boolean isOutside() {
            return slot.from().isBefore(open.from()) || slot.to().isAfter(open.to());
        }
    }

    /** Let a slot go. */
    record Cancel(VenueId venue, LocalDate day, BookingId id, String by, Instant now)
            implements BookingCommand {}
}
