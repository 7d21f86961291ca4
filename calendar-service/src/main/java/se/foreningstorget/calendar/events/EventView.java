package se.foreningstorget.calendar.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.calendar.CalendarEvent;
import se.foreningstorget.contracts.calendar.EventCategory;
import se.foreningstorget.contracts.calendar.EventId;
import se.foreningstorget.contracts.calendar.EventStatus;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.searchkit.Reason;

/**
 * An event as everybody may see it.
 *
 * @param start local time in the zone
 * @param reasons why it was found; in lists only
 */
record EventView(
        EventId id,
        AssociationId organizer,
        String organizerName,
        String title,
        @Nullable String description,
        EventCategory category,
        @JsonFormat(pattern = MINUTE) LocalDateTime start,
        @JsonFormat(pattern = MINUTE) LocalDateTime end,
        ZoneId zone,
        @Nullable String place,
        @Nullable Boolean free,
        @Nullable Boolean openToAll,
        EventStatus status,
        @Nullable String reason,
        int sequence,
        @Nullable List<Reason> reasons) {
    private static final String MINUTE = "uuuu-MM-dd'T'HH:mm";

    static EventView of(CalendarEvent event, String organizerName, @Nullable List<Reason> reasons) {
        var facts = event.facts();
        return new EventView(
                event.id(),
                event.organizer(),
                organizerName,
                facts.title(),
                facts.description(),
                facts.category(),
                facts.start(),
                facts.end(),
                facts.zone(),
                facts.place(),
                facts.free(),
                facts.openToAll(),
                event.status(),
                event.reason(),
                event.sequence(),
                reasons);
    }
}
