package se.foreningstorget.contracts.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.WireName;
import se.foreningstorget.contracts.register.AssociationId;

/** What can have happened to a calendar event. */
public sealed interface CalendarEventEvent {
    EventId id();

    Instant at();

    /** An association published it. */
    @WireName("event-published")
    record EventPublished(
            EventId id,
            AssociationId organizer,
            String organizerName,
            EventFacts facts,
            String by,
            Instant at)
            implements CalendarEventEvent {}

    /** Its facts were changed. */
    @WireName("event-changed")
    record EventChanged(EventId id, String organizerName, EventFacts facts, String by, Instant at)
            implements CalendarEventEvent {}

    /** It will not take place. */
    @WireName("event-cancelled")
    record EventCancelled(EventId id, @Nullable String reason, String by, Instant at)
            implements CalendarEventEvent {}
}
