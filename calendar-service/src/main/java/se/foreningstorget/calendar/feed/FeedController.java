package se.foreningstorget.calendar.feed;

import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.Period;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.foreningstorget.calendar.associations.OrganizerNames;
import se.foreningstorget.calendar.events.CalendarEvents;
import se.foreningstorget.calendar.events.EventCatalogue;
import se.foreningstorget.calendar.events.EventFilter;
import se.foreningstorget.contracts.calendar.CalendarEvent;
import se.foreningstorget.contracts.calendar.EventId;
import se.foreningstorget.eventkit.web.Problem;
import se.foreningstorget.eventkit.web.Replies;
import se.foreningstorget.eventkit.web.Seen;

/** The calendar to subscribe to: any filter of the list is a feed of its own. */
@RestController
@RequestMapping("/api/calendar/v1")
class FeedController {
    private static final MediaType CALENDAR =
            new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final Period BACK = Period.ofMonths(3);

    private final EventCatalogue catalogue;
    private final CalendarEvents events;
    private final OrganizerNames names;
    private final ICalendar calendar;
    private final InstantSource clock;

    FeedController(
            EventCatalogue catalogue,
            CalendarEvents events,
            OrganizerNames names,
            ICalendar calendar,
            InstantSource clock) {
        this.catalogue = catalogue;
        this.events = events;
        this.names = names;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The past three months and all that is to come, cancelled events too. */
    @GetMapping("/events.ics")
    ResponseEntity<byte[]> feed(
            @ParameterObject @Valid EventFilter filter,
            @RequestHeader(name = Replies.SEEN, required = false) @Nullable String seen) {
        boolean fresh = catalogue.await(seen);
        var from = clock.instant().atZone(CityTime.ZONE).minus(BACK).toInstant();
        var found = catalogue.all(EventCatalogue.during(filter.query(), from, null));
        return reply(Seen.mark(fresh), found, "foreningstorget.ics");
    }

    @GetMapping("/events/{id}.ics")
    ResponseEntity<byte[]> one(@PathVariable EventId id) {
        var event = events.find(id).orElseThrow(Problem::notFound).state();
        return reply(ResponseEntity.ok(), List.of(event), id + ".ics");
    }

    private ResponseEntity<byte[]> reply(
            ResponseEntity.BodyBuilder reply, List<CalendarEvent> found, String filename) {
        var locale = LocaleContextHolder.getLocale();
        var body = calendar.write(found, names.forOneReply(), locale);
        return reply.contentType(CALENDAR)
                .eTag(etag(body))
                .cacheControl(CacheControl.noCache().cachePublic())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(filename).build().toString())
                .body(body);
    }

    private static String etag(byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body);
            return '"' + HexFormat.of().formatHex(Arrays.copyOf(digest, 12)) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
