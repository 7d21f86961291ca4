package se.foreningstorget.calendar.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.calendar.EventFacts;
import se.foreningstorget.contracts.calendar.EventId;
import se.foreningstorget.contracts.register.AssociationId;

/** What can be asked of an event's entry. */
sealed interface EventCommand {

    /**
     * Publish it, or change what is said of it.
     *
     * @param organizerName as we know the association; null when we have not heard of it
     */
    record Post(
            EventId id,
            AssociationId organizer,
            @Nullable String organizerName,
            EventFacts facts,
            String by,
            Instant now)
            implements EventCommand {}

    /** It will not take place; asked again with another reason, that reason holds. */
    record Cancel(EventId id, @Nullable String reason, String by, Instant now)
            implements EventCommand {}
}
