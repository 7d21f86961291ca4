package se.foreningstorget.contracts.venue;

import java.time.Instant;
import java.time.LocalDate;
import se.foreningstorget.contracts.WireName;

/** What can have happened to a venue's day. */
public sealed interface BookingEvent {
    VenueId venue();

    LocalDate day();

    Instant at();

    /** A slot was booked. */
    @WireName("venue-booked")
    record VenueBooked(VenueId venue, LocalDate day, Booking booking, String by, Instant at)
            implements BookingEvent {}

    /** A booking was cancelled; its slot is free again. */
    @WireName("venue-booking-cancelled")
    record VenueBookingCancelled(
            VenueId venue, LocalDate day, BookingId booking, String by, Instant at)
            implements BookingEvent {}
}
