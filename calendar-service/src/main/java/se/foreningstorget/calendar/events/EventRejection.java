package se.foreningstorget.calendar.events;

import se.foreningstorget.eventkit.Rejection;

/** Why an event is not posted, changed or cancelled. */
enum EventRejection implements Rejection {
    /** The register does not know the association, as far as we have heard. */
    ASSOCIATION_UNKNOWN,
    /** The id stands for another association's event. */
    OTHER_ORGANIZER,
    /** What is cancelled is not changed any more. */
    EVENT_CANCELLED,
    /** There is no such event to cancel. */
    NO_SUCH_EVENT
}
