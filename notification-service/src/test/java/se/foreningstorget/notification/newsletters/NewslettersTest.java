package se.foreningstorget.notification.newsletters;

import static se.foreningstorget.notification.newsletters.NewsletterRejection.NEWSLETTER_SENT_ALREADY;
import static se.foreningstorget.notification.newsletters.NewsletterRejection.NO_SUCH_NEWSLETTER;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.foreningstorget.contracts.calendar.EventId;
import se.foreningstorget.contracts.notification.ComingEvent;
import se.foreningstorget.contracts.notification.Newsletter;
import se.foreningstorget.contracts.notification.NewsletterEvent;
import se.foreningstorget.contracts.notification.NewsletterEvent.NewsletterComposed;
import se.foreningstorget.contracts.notification.NewsletterEvent.NewsletterSent;
import se.foreningstorget.contracts.notification.NewsletterId;
import se.foreningstorget.eventkit.testing.Scenario;
import se.foreningstorget.notification.newsletters.NewsletterCommand.Compose;
import se.foreningstorget.notification.newsletters.NewsletterCommand.Send;

/** The rules of an issue. */
class NewslettersTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final NewsletterId ID = new NewsletterId("december");
    private static final List<ComingEvent> EVENTS =
            List.of(
                    new ComingEvent(
                            new EventId("sing"),
                            "Sjung",
                            "Kören",
                            LocalDateTime.parse("2026-12-05T13:00"),
                            null));
    private static final NewsletterEvent COMPOSED =
            new NewsletterComposed(ID, "Hej", "Text", 30, "staff", NOW);
    private static final NewsletterEvent SENT = new NewsletterSent(ID, EVENTS, "staff", NOW);

    private final Scenario<Newsletter, NewsletterCommand, NewsletterEvent> issue =
            new Scenario<>(Newsletters::decide, Newsletters::evolve);

    private static Compose compose(String text) {
        return new Compose(ID, "Hej", text, 30, "staff", NOW);
    }

    private static Send send() {
        return new Send(ID, EVENTS, "staff", NOW);
    }

    @Test
    void itIsWrittenAndRewritten() {
        issue.when(compose("Text")).thenHappened(COMPOSED);
        issue.given(COMPOSED).when(compose("Text")).thenUnchanged();
        issue.given(COMPOSED)
                .when(compose("Ny"))
                .thenHappened(new NewsletterComposed(ID, "Hej", "Ny", 30, "staff", NOW));
    }

    @Test
    void itIsSentOnceWithTheEventsAsTheyStand() {
        issue.given(COMPOSED).when(send()).thenHappened(SENT);
        issue.given(COMPOSED, SENT).when(send()).thenUnchanged();
    }

    @Test
    void whatWasSentStands() {
        issue.given(COMPOSED, SENT).when(compose("Ny")).thenRejected(NEWSLETTER_SENT_ALREADY);
        issue.given(COMPOSED, SENT).when(compose("Text")).thenUnchanged();
    }

    @Test
    void whatNobodyWroteIsNotSent() {
        issue.when(send()).thenRejected(NO_SUCH_NEWSLETTER);
    }
}
