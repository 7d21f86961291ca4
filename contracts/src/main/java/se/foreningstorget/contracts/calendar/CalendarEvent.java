package se.foreningstorget.contracts.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.register.AssociationId;

/**
 * Something an association does at a time and a place.
 *
 * @param organizerName as the register had it when the event was last changed
 * @param sequence how many times it was changed, as iCalendar counts
 * @param reason why it was cancelled, in the association's words
 */
public record CalendarEvent(
        EventId id,
        AssociationId organizer,
        String organizerName,
        EventFacts facts,
        EventStatus status,
        @Nullable String reason,
        int sequence,
        Instant publishedAt,
        Instant changedAt) {}
