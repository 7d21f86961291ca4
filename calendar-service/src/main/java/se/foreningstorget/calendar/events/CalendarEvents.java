package se.foreningstorget.calendar.events;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.calendar.events.EventCommand.Cancel;
import se.foreningstorget.calendar.events.EventCommand.Post;
import se.foreningstorget.contracts.calendar.CalendarEvent;
import se.foreningstorget.contracts.calendar.CalendarEventEvent;
import se.foreningstorget.contracts.calendar.CalendarEventEvent.EventCancelled;
import se.foreningstorget.contracts.calendar.CalendarEventEvent.EventChanged;
import se.foreningstorget.contracts.calendar.CalendarEventEvent.EventPublished;
import se.foreningstorget.contracts.calendar.CalendarTopics;
import se.foreningstorget.contracts.calendar.EventId;
import se.foreningstorget.contracts.calendar.EventStatus;
import se.foreningstorget.eventkit.AggregateFactory;
import se.foreningstorget.eventkit.Aggregates;
import se.foreningstorget.eventkit.Decision;
import se.foreningstorget.eventkit.Outcome;
import se.foreningstorget.eventkit.Precondition;
import se.foreningstorget.eventkit.Stored;

/** The associations' events, and their rules. */
public class CalendarEvents {
    private final Aggregates<CalendarEvent, EventCommand, CalendarEventEvent> events;

    CalendarEvents(AggregateFactory factory) {
        this.events =
                factory.over(
                        CalendarTopics.EVENTS, 1, CalendarEvents::decide, CalendarEvents::evolve);
    }

    Outcome<CalendarEvent> handle(
            EventId id, EventCommand command, Precondition<CalendarEvent> precondition) {
        return events.handle(id.value(), command, precondition);
    }

    public Optional<Stored<CalendarEvent>> find(EventId id) {
        return events.find(id.value());
    }

    Aggregates<CalendarEvent, EventCommand, CalendarEventEvent> all() {
        return events;
    }

    static Decision<CalendarEventEvent> decide(
            @Nullable CalendarEvent event, EventCommand command) {
        return switch (command) {
            case Post post when event == null -> published(post);
            case Post post when !post.organizer().equals(event.organizer()) ->
                    Decision.reject(EventRejection.OTHER_ORGANIZER);
            case Post post when post.facts().equals(event.facts()) -> Decision.unchanged();
            case Post _ when event.status() == EventStatus.CANCELLED ->
                    Decision.reject(EventRejection.EVENT_CANCELLED);
            case Post(var id, _, var name, var facts, var by, var now) ->
                    Decision.accept(
                            new EventChanged(
                                    id,
                                    requireNonNullElse(name, event.organizerName()),
                                    facts,
                                    by,
                                    now));
            case Cancel _ when event == null -> Decision.reject(EventRejection.NO_SUCH_EVENT);
            case Cancel cancel
                    when event.status() == EventStatus.CANCELLED
                            && Objects.equals(cancel.reason(), event.reason()) ->
                    Decision.unchanged();
            case Cancel(var id, var reason, var by, var now) ->
                    Decision.accept(new EventCancelled(id, reason, by, now));
        };
    }

    private static Decision<CalendarEventEvent> published(Post post) {
        var name = post.organizerName();
        return name == null
                ? Decision.reject(EventRejection.ASSOCIATION_UNKNOWN)
                : Decision.accept(
                        new EventPublished(
                                post.id(),
                                post.organizer(),
                                name,
                                post.facts(),
                                post.by(),
                                post.now()));
    }

    static CalendarEvent evolve(@Nullable CalendarEvent event, CalendarEventEvent happened) {
        return switch (happened) {
            case EventPublished(var id, var organizer, var name, var facts, _, var at) ->
                    new CalendarEvent(
                            id, organizer, name, facts, EventStatus.SCHEDULED, null, 0, at, at);
            case EventChanged(var id, var name, var facts, _, var at) -> {
                var before = requireNonNull(event);
                yield new CalendarEvent(
                        id,
                        before.organizer(),
                        name,
                        facts,
                        before.status(),
                        before.reason(),
                        before.sequence() + 1,
                        before.publishedAt(),
                        at);
            }
            case EventCancelled(var id, var reason, _, var at) -> {
                var before = requireNonNull(event);
                yield new CalendarEvent(
                        id,
                        before.organizer(),
                        before.organizerName(),
                        before.facts(),
                        EventStatus.CANCELLED,
                        reason,
                        before.sequence() + 1,
                        before.publishedAt(),
                        at);
            }
        };
    }
}
