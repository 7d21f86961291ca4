package se.foreningstorget.calendar.events;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.foreningstorget.calendar.associations.OrganizerNames;
import se.foreningstorget.calendar.events.EventCommand.Cancel;
import se.foreningstorget.calendar.events.EventCommand.Post;
import se.foreningstorget.contracts.calendar.CalendarEvent;
import se.foreningstorget.contracts.calendar.EventId;
import se.foreningstorget.eventkit.web.Caller;
import se.foreningstorget.eventkit.web.Listing;
import se.foreningstorget.eventkit.web.PageRequest;
import se.foreningstorget.eventkit.web.Problem;
import se.foreningstorget.eventkit.web.Replies;
import se.foreningstorget.eventkit.web.Role;
import se.foreningstorget.searchkit.Order;

/** Posting, changing, cancelling and reading events. */
@RestController
@RequestMapping("/api/calendar/v1/events")
class EventController {
    private final CalendarEvents events;
    private final EventCatalogue catalogue;
    private final OrganizerNames names;
    private final Replies replies;
    private final InstantSource clock;

    EventController(
            CalendarEvents events,
            EventCatalogue catalogue,
            OrganizerNames names,
            Replies replies,
            InstantSource clock) {
        this.events = events;
        this.catalogue = catalogue;
        this.names = names;
        this.replies = replies;
        this.clock = clock;
    }

    /** Why it will not take place; the reason may be left out. */
    record CancellationRequest(@Nullable @Size(max = 1_000) String reason) {}

    /** Past and coming: best match first, without a text the latest first. */
    @GetMapping
    ResponseEntity<Listing<EventView>> list(
            @ParameterObject @Valid PageRequest page,
            @ParameterObject @Valid EventFilter filter,
            @RequestHeader(name = Replies.SEEN, required = false) @Nullable String seen) {
        var order = filter.hasText() ? Order.RELEVANCE : Order.descending("start");
        return catalogue.list(filter.query().orderedBy(order), page, seen, EventView::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> one(@PathVariable EventId id) {
        return replies.found(events.find(id).orElseThrow(Problem::notFound), this::view);
    }

    @PutMapping("/{id}")
    ResponseEntity<Object> post(
            @PathVariable EventId id,
            @Valid @NotNull @RequestBody EventRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        caller.mustEdit(request.organizer().value(), Role.STAFF);
        var command =
                new Post(
                        id,
                        request.organizer(),
                        names.find(request.organizer()).orElse(null),
                        request.facts(),
                        caller.subject(),
                        clock.instant());
        return replies.of(events.handle(id, command, Replies.ifMatch(ifMatch)), this::view);
    }

    @PutMapping("/{id}/cancellation")
    ResponseEntity<Object> cancel(
            @PathVariable EventId id,
            @Valid @RequestBody(required = false) @Nullable CancellationRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        caller.must(caller.isAssociationOrCity());
        var event = events.find(id).orElseThrow(Problem::notFound).state();
        caller.mustEdit(event.organizer().value(), Role.STAFF);
        var reason = request == null ? null : EventRequest.orNull(request.reason());
        var command = new Cancel(id, reason, caller.subject(), clock.instant());
        return replies.of(events.handle(id, command, Replies.ifMatch(ifMatch)), this::view);
    }

    private EventView view(CalendarEvent event) {
        return EventView.of(event, names.forOneReply().apply(event), null);
    }
}
