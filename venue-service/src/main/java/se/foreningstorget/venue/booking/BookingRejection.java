package se.foreningstorget.venue.booking;

import se.foreningstorget.eventkit.Rejection;

/** Why a booking is refused. */
enum BookingRejection implements Rejection {
    /** The id stands for another booking of that day. */
    ID_IN_USE,
    /** The slot has begun or passed. */
    SLOT_PASSED,
    /** The slot is not within the opening hours. */
    OUTSIDE_OPENING_HOURS,
    /** Another booking has some of that time. */
    SLOT_TAKEN,
    /** The register does not know the association, as far as we have heard. */
    ASSOCIATION_UNKNOWN,
    /** There is no such booking to cancel. */
    NO_SUCH_BOOKING
}
