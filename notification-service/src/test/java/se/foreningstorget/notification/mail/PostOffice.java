package se.foreningstorget.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import se.foreningstorget.contracts.Language;
import se.foreningstorget.embedded.ReceivedMail;
import se.foreningstorget.testkit.Platform;

/** A ledger of its own in the shared store, and couriers that carry what is in it. */
final class PostOffice implements AutoCloseable {
    static final InstantSource CLOCK = Clock.systemUTC();
    static final Duration LEASE = Duration.ofMillis(1_500);
    static final Duration ALONE = Duration.ZERO;
    static final Duration TOGETHER = Duration.ofMillis(300);

    final String name = "courier-" + UUID.randomUUID();
    final Mails mails;
    final FailedMails failed;

    private final MongoClient client;

    PostOffice() {
        client = MongoClients.create(Platform.shared().mongoUri(name));
        mails = ledger();
        failed = new FailedMails(client.getDatabase(name));
    }

    @Override
    public void close() {
        client.close();
    }

    /** The ledger as another instance has it. */
    Mails ledger() {
        return new Mails(client.getDatabase(name), CLOCK);
    }

    static Courier courier(Mails mails, int port, Duration round, StillWanted wanted) {
        var settings =
                new SmtpSettings(
                        "127.0.0.1",
                        port,
                        "square@example.org",
                        "Föreningstorget",
                        "reply@example.org",
                        null,
                        null,
                        false,
                        2,
                        Duration.ofMillis(100),
                        Duration.ofDays(5),
                        LEASE);
        return new Courier(
                mails,
                new MailServer(settings, "square.example.org"),
                wanted,
                settings,
                CLOCK,
                round);
    }

    static Running run(Mails mails, int port, Duration round) {
        return new Running(courier(mails, port, round, _ -> true));
    }

    /** A courier at work until the end of a block. */
    record Running(Courier courier) implements AutoCloseable {
        Running {
            courier.start();
        }

        @Override
        public void close() {
            courier.stop();
        }
    }

    Mail mail(String id) {
        return new Mail(
                name + "/" + id,
                id + "@courier.example.org",
                Language.SV,
                "Hej på dig, " + id,
                "Välkommen till Råå\n.\nHej då",
                Map.of("List-Id", "<newsletter.example.org>"),
                null);
    }

    MailStatus status(String id) {
        return mails.find(name + "/" + id).orElseThrow().status();
    }

    void awaitSent(String id) {
        await().atMost(Duration.ofSeconds(20)).until(() -> status(id) == MailStatus.SENT);
    }

    List<ReceivedMail> received(String id) {
        return received(Platform.shared(), id);
    }

    List<ReceivedMail> received(Platform platform, String id) {
        var messageId = Letter.messageId(name + "/" + id, "square.example.org");
        return platform.mailbox().mails().stream()
                .filter(mail -> mail.messageId().equals(messageId))
                .toList();
    }

    LedgerMail claim(String id, Duration lease) {
        var mail = mails.find(name + "/" + id).orElseThrow();
        Instant until = CLOCK.instant().plus(lease);
        var claimed = mails.claim(mail, until);
        assertThat(mails.claim(mail, until)).isEmpty();
        return Objects.requireNonNull(claimed.orElse(null));
    }
}
