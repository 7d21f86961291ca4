package se.foreningstorget.calendar.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import se.foreningstorget.calendar.events.EventCommand.Cancel;
import se.foreningstorget.calendar.events.EventCommand.Post;
import se.foreningstorget.contracts.calendar.CalendarEvent;
import se.foreningstorget.contracts.calendar.CalendarEventEvent;
import se.foreningstorget.contracts.calendar.CalendarEventEvent.EventCancelled;
import se.foreningstorget.contracts.calendar.CalendarEventEvent.EventChanged;
import se.foreningstorget.contracts.calendar.CalendarEventEvent.EventPublished;
import se.foreningstorget.contracts.calendar.EventCategory;
import se.foreningstorget.contracts.calendar.EventFacts;
import se.foreningstorget.contracts.calendar.EventId;
import se.foreningstorget.contracts.calendar.EventStatus;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.eventkit.testing.Scenario;

/** When an event is published, changed and cancelled, and when not. */
class EventRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-23T10:00:00Z");
    private static final EventId ID = new EventId("oppet-hus");
    private static final AssociationId CHOIR = new AssociationId("koren");
    private static final AssociationId CLUB = new AssociationId("klubben");
    private static final EventFacts OPEN_HOUSE = facts("Öppet hus");
    private static final EventFacts CONCERT = facts("Konsert");

    private static final EventPublished PUBLISHED =
            new EventPublished(ID, CHOIR, "Kören", OPEN_HOUSE, "eva", NOW);
    private static final EventChanged CHANGED =
            new EventChanged(ID, "Nya kören", CONCERT, "eva", LATER);
    private static final EventCancelled CANCELLED = new EventCancelled(ID, "Snö", "eva", LATER);

    private final Scenario<CalendarEvent, EventCommand, CalendarEventEvent> event =
            new Scenario<>(CalendarEvents::decide, CalendarEvents::evolve);

    @Test
    void aKnownAssociationPublishes() {
        event.given().when(post("Kören", OPEN_HOUSE)).thenHappened(PUBLISHED);
    }

    @Test
    void anUnknownAssociationDoesNot() {
        event.given()
                .when(new Post(ID, CHOIR, null, OPEN_HOUSE, "eva", NOW))
                .thenRejected(EventRejection.ASSOCIATION_UNKNOWN);
    }

    @Test
    void theSameTwiceIsOnce() {
        event.given(PUBLISHED).when(post("Kören", OPEN_HOUSE)).thenUnchanged();
    }

    @Test
    void aChangeTakesTheNameOfToday() {
        event.given(PUBLISHED)
                .when(new Post(ID, CHOIR, "Nya kören", CONCERT, "eva", LATER))
                .thenHappened(CHANGED);
    }

    @Test
    void aChangeKeepsTheNameThatWasKnown() {
        event.given(PUBLISHED)
                .when(new Post(ID, CHOIR, null, CONCERT, "eva", LATER))
                .thenHappened(new EventChanged(ID, "Kören", CONCERT, "eva", LATER));
    }

    @Test
    void anotherAssociationCannotTakeTheId() {
        event.given(PUBLISHED)
                .when(new Post(ID, CLUB, "Klubben", OPEN_HOUSE, "bo", LATER))
                .thenRejected(EventRejection.OTHER_ORGANIZER);
    }

    @Test
    void whatIsCancelledIsNotChanged() {
        event.given(PUBLISHED, CANCELLED)
                .when(post("Kören", CONCERT))
                .thenRejected(EventRejection.EVENT_CANCELLED);
    }

    @Test
    void aLateRepeatOfThePublishingIsHarmless() {
        event.given(PUBLISHED, CANCELLED).when(post("Kören", OPEN_HOUSE)).thenUnchanged();
    }

    @Test
    void cancellingTellsWhy() {
        event.given(PUBLISHED).when(new Cancel(ID, "Snö", "eva", LATER)).thenHappened(CANCELLED);
    }

    @Test
    void cancellingTwiceIsOnce() {
        event.given(PUBLISHED, CANCELLED).when(new Cancel(ID, "Snö", "eva", LATER)).thenUnchanged();
    }

    @Test
    void theReasonCanBeCorrected() {
        event.given(PUBLISHED, CANCELLED)
                .when(new Cancel(ID, "Storm", "eva", LATER))
                .thenHappened(new EventCancelled(ID, "Storm", "eva", LATER));
    }

    @Test
    void whatIsNotThereIsNotCancelled() {
        event.given()
                .when(new Cancel(ID, null, "eva", NOW))
                .thenRejected(EventRejection.NO_SUCH_EVENT);
    }

    @Test
    void theSequenceCountsChangesAsCalendarsDo() {
        var after = event.given(PUBLISHED, CHANGED).when(new Cancel(ID, null, "eva", LATER));
        assertThat(after.state())
                .isEqualTo(
                        new CalendarEvent(
                                ID,
                                CHOIR,
                                "Nya kören",
                                CONCERT,
                                EventStatus.CANCELLED,
                                null,
                                2,
                                NOW,
                                LATER));
    }

    private static Post post(String name, EventFacts facts) {
        return new Post(ID, CHOIR, name, facts, "eva", NOW);
    }

    private static EventFacts facts(String title) {
        return new EventFacts(
                title,
                null,
                EventCategory.OPEN_HOUSE,
                LocalDateTime.of(2026, 12, 5, 13, 0),
                LocalDateTime.of(2026, 12, 5, 15, 0),
                ZoneId.of("Europe/Stockholm"),
                null,
                true,
                null);
    }
}
