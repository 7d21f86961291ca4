package se.foreningstorget.calendar.events;

import jakarta.validation.Valid;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.foreningstorget.contracts.calendar.CalendarEvent;
import se.foreningstorget.contracts.calendar.EventCategory;
import se.foreningstorget.contracts.calendar.EventId;
import se.foreningstorget.contracts.calendar.EventStatus;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.eventkit.web.Listing;
import se.foreningstorget.eventkit.web.PageRequest;
import se.foreningstorget.eventkit.web.Replies;
import se.foreningstorget.searchkit.Reason;

/** What happens when. */
@RestController
@RequestMapping("/api/calendar/v1/occurrences")
class OccurrenceController {
    private static final DateTimeFormatter RFC_3339 =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

    private final EventCatalogue catalogue;
    private final InstantSource clock;

    OccurrenceController(EventCatalogue catalogue, InstantSource clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * An event at its time.
     *
     * @param start RFC 3339, the local time with the offset that holds at the place that day
     * @param end the same
     */
    record OccurrenceView(
            EventId event,
            String title,
            AssociationId organizer,
            String organizerName,
            EventCategory category,
            String start,
            String end,
            @Nullable String place,
            @Nullable Boolean free,
            @Nullable Boolean openToAll,
            EventStatus status,
            @Nullable String reason,
            List<Reason> reasons) {

        static OccurrenceView of(CalendarEvent event, String organizerName, List<Reason> reasons) {
            var facts = event.facts();
            return new OccurrenceView(
                    event.id(),
                    facts.title(),
                    event.organizer(),
                    organizerName,
                    facts.category(),
                    withOffset(facts.start(), facts.zone()),
                    withOffset(facts.end(), facts.zone()),
                    facts.place(),
                    facts.free(),
                    facts.openToAll(),
                    event.status(),
                    event.reason(),
                    reasons);
        }

        private static String withOffset(LocalDateTime local, ZoneId zone) {
            return local.atZone(zone).format(RFC_3339);
        }
    }

    /**
     * By start, the earliest first.
     *
     * @param from what has not ended by then; now when not said
     * @param to what begins before; a day counts whole
     */
    @GetMapping
    ResponseEntity<Listing<OccurrenceView>> list(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @ParameterObject @Valid PageRequest page,
            @ParameterObject @Valid EventFilter filter,
            @RequestHeader(name = Replies.SEEN, required = false) @Nullable String seen) {
        var begin = from == null || from.isBlank() ? clock.instant() : Moments.from("from", from);
        var end = to == null || to.isBlank() ? null : Moments.to("to", to);
        var query = EventCatalogue.during(filter.query(), begin, end);
        return catalogue.list(query, page, seen, OccurrenceView::of);
    }
}
