package se.foreningstorget.notification.newsletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoSocketException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClients;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import se.foreningstorget.contracts.Language;
import se.foreningstorget.contracts.calendar.EventId;
import se.foreningstorget.contracts.notification.ComingEvent;
import se.foreningstorget.contracts.notification.Consent;
import se.foreningstorget.contracts.notification.Newsletter;
import se.foreningstorget.contracts.notification.NewsletterEvent;
import se.foreningstorget.contracts.notification.NewsletterEvent.NewsletterSent;
import se.foreningstorget.contracts.notification.NewsletterId;
import se.foreningstorget.contracts.notification.NewsletterStatus;
import se.foreningstorget.contracts.notification.SubscriberId;
import se.foreningstorget.contracts.notification.Subscription;
import se.foreningstorget.contracts.notification.SubscriptionStatus;
import se.foreningstorget.eventkit.read.Happened;
import se.foreningstorget.notification.mail.Links;
import se.foreningstorget.notification.mail.MailTexts;
import se.foreningstorget.notification.mail.Mails;
import se.foreningstorget.testkit.Platform;

/** An issue reaches each subscriber once, whatever happens midway. */
class SendNewsletterToSubscribersTest {
    private static final Instant SENT_AT = Instant.parse("2026-11-22T12:00:00Z");
    private static final NewsletterId ID = new NewsletterId("december");
    private static final List<ComingEvent> EVENTS =
            List.of(
                    new ComingEvent(
                            new EventId("sing"),
                            "Sing",
                            "Råå kör",
                            LocalDateTime.parse("2026-12-05T13:00"),
                            null));

    private final Issue issue =
            new Issue(new MailTexts(bundles()), new Links("http://x.example.org"));

    private static ResourceBundleMessageSource bundles() {
        var bundles = new ResourceBundleMessageSource();
        bundles.setBasename("notification-service-texts");
        bundles.setDefaultEncoding("UTF-8");
        bundles.setFallbackToSystemLocale(false);
        return bundles;
    }

    private static Subscription subscriber(String name, Instant confirmedAt) {
        return new Subscription(
                new SubscriberId(name),
                name + "@example.org",
                Language.EN,
                name + ".key",
                SubscriptionStatus.ACTIVE,
                List.of(),
                confirmedAt,
                new Consent("Yes", "1", Language.EN, confirmedAt, "link-in-mail"),
                null);
    }

    private static Newsletter newsletter(List<ComingEvent> events) {
        return new Newsletter(
                ID, "News", "Hello!", 30, NewsletterStatus.SENT, events, SENT_AT, SENT_AT);
    }

    @Test
    void aRepeatAfterACrashGoesOnAndReachesNobodyElse() {
        try (var client = MongoClients.create(Platform.shared().mongoUri("send-newsletter"))) {
            var database = client.getDatabase("send-newsletter");
            var mails = new Mails(database, Clock.systemUTC());
            var recipients = new Recipients(database);
            var happened =
                    new Happened<Newsletter, NewsletterEvent>(
                            "send/december/2",
                            "december",
                            2,
                            SENT_AT,
                            new NewsletterSent(ID, EVENTS, "staff", SENT_AT),
                            newsletter(EVENTS));
            var everybody =
                    new ArrayList<>(
                            List.of(
                                    subscriber("anna", SENT_AT.minusSeconds(60)),
                                    subscriber("bo", SENT_AT),
                                    subscriber("late", SENT_AT.plusSeconds(1))));
            assertThatThrownBy(() ->
                            SendNewsletterToSubscribers.send(
                                    happened,
                                    reader -> crashAfterOne(everybody, reader),
                                    issue,
                                    mails,
                                    recipients))
                    .isInstanceOf(MongoSocketException.class);
            assertThat(recipients.of(ID)).isEmpty();
            for (int times = 0; times < 2; times++) {
                SendNewsletterToSubscribers.send(
                        happened, everybody::forEach, issue, mails, recipients);
                everybody.add(subscriber("later", SENT_AT.minusSeconds(1)));
            }
            assertThat(recipients.of(ID)).contains(2);
            var queued = new ArrayList<String>();
            database.getCollection("mails")
                    .find()
                    .map(document -> document.getString("_id"))
                    .into(queued);
            assertThat(queued)
                    .containsExactlyInAnyOrder("send/december/2/anna", "send/december/2/bo");
            var anna =
                    database.getCollection("mails")
                            .find(new Document("_id", "send/december/2/anna"))
                            .first();
            assertThat(anna).isNotNull();
            assertThat(anna.getString("text"))
                    .contains("Saturday 5 December, 13:00\nSing\nRåå kör\nhttp://x.example.org/");
        }
    }

    private static void crashAfterOne(List<Subscription> all, Consumer<Subscription> reader) {
        reader.accept(all.getFirst());
        throw new MongoSocketException("away", new ServerAddress());
    }

    @Test
    void withoutComingEventsNothingIsSaidOfThem() {
        var mail = issue.to(subscriber("anna", SENT_AT), newsletter(List.of()), "id");
        assertThat(mail.text())
                .startsWith("Hello!\n\n--\n")
                .contains("http://x.example.org/newsletter/end/anna.key")
                .doesNotContain("COMING");
        assertThat(mail.subscriber()).isEqualTo("anna");
    }
}
