package se.foreningstorget.contracts.venue;

import java.time.LocalDate;
import java.util.List;

/**
 * One venue on one day, with every booking ever asked for and accepted; standing ones do not
 * overlap.
 */
public record BookedDay(VenueId venue, LocalDate day, List<Booking> bookings) {
    public BookedDay {
        bookings = bookings == null ? List.of() : List.copyOf(bookings);
    }
}
