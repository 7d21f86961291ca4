package se.foreningstorget.notification.events;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.calendar.CalendarEvent;
import se.foreningstorget.contracts.calendar.EventId;
import se.foreningstorget.contracts.calendar.EventStatus;
import se.foreningstorget.contracts.notification.ComingEvent;

/** As much of a calendar event as the newsletter tells. */
record KnownEvent(
        EventId id,
        String title,
        String organizer,
        LocalDateTime start,
        ZoneId zone,
        @Nullable String place,
        EventStatus status) {

    static KnownEvent of(CalendarEvent event) {
        var facts = event.facts();
        return new KnownEvent(
                event.id(),
                facts.title(),
                event.organizerName(),
                facts.start(),
                facts.zone(),
                facts.place(),
                event.status());
    }

    boolean takesPlaceWithin(Instant from, Instant to) {
        var instant = start.atZone(zone).toInstant();
        return status == EventStatus.SCHEDULED && !instant.isBefore(from) && instant.isBefore(to);
    }

    ComingEvent coming() {
        return new ComingEvent(id, title, organizer, start, place);
    }
}
