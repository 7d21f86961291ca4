package se.foreningstorget.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.foreningstorget.contracts.Language;
import se.foreningstorget.embedded.ReceivedMail;
import se.foreningstorget.testkit.Platform;

/** Mails arrive: once, and whatever happens on the way. */
class CourierTest {
    private static final InstantSource CLOCK = Clock.systemUTC();
    private static final Duration LEASE = Duration.ofMillis(1_500);
    private static final Duration ALONE = Duration.ZERO;
    private static final Duration TOGETHER = Duration.ofMillis(300);

    private final String name = "courier-" + UUID.randomUUID();
    private MongoClient client;
    private FailedMails failed;
    private Mails mails;

    @BeforeEach
    void open() {
        client = MongoClients.create(Platform.shared().mongoUri(name));
        mails = ledger();
    }

    @AfterEach
    void close() {
        client.close();
    }

    private Mails ledger() {
        MongoDatabase database = client.getDatabase(name);
        failed = new FailedMails(database);
        return new Mails(database, CLOCK);
    }

    private static Courier courier(Mails mails, int port, Duration round, StillWanted wanted) {
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

    private static Running run(Mails mails, int port, Duration round) {
        return new Running(courier(mails, port, round, _ -> true));
    }

    /** A courier at work until the end of a block. */
    private record Running(Courier courier) implements AutoCloseable {
        Running {
            courier.start();
        }

        @Override
        public void close() {
            courier.stop();
        }
    }

    private Mail mail(String id) {
        return new Mail(
                name + "/" + id,
                id + "@courier.example.org",
                Language.SV,
                "Hej på dig, " + id,
                "Välkommen till Råå\n.\nHej då",
                Map.of("List-Id", "<newsletter.example.org>"),
                null);
    }

    private MailStatus status(String id) {
        return mails.find(name + "/" + id).orElseThrow().status();
    }

    private void awaitSent(String id) {
        await().atMost(Duration.ofSeconds(20)).until(() -> status(id) == MailStatus.SENT);
    }

    private List<ReceivedMail> received(String id) {
        return received(Platform.shared(), id);
    }

    private List<ReceivedMail> received(Platform platform, String id) {
        var messageId = Letter.messageId(name + "/" + id, "square.example.org");
        return platform.mailbox().mails().stream()
                .filter(mail -> mail.messageId().equals(messageId))
                .toList();
    }

    @Test
    void aMailArrivesOnceThoughQueuedTwice() {
        try (var _ = run(mails, Platform.shared().smtpPort(), ALONE)) {
            assertThat(mails.queue(mail("anna"))).isTrue();
            assertThat(mails.queue(mail("anna"))).isFalse();
            awaitSent("anna");
            assertThat(mails.queue(mail("anna"))).isFalse();
            mails.queue(mail("bo"));
            awaitSent("bo");
        }
        assertThat(received("anna")).hasSize(1);
        var mail = received("anna").getFirst();
        assertThat(mail.recipients()).containsExactly("anna@courier.example.org");
        assertThat(mail.from()).isEqualTo("square@example.org");
        assertThat(mail.subject()).isEqualTo("Hej på dig, anna");
        assertThat(mail.text().strip())
                .isEqualToNormalizingNewlines("Välkommen till Råå\n.\nHej då");
        assertThat(mail.headers().get("Content-Language")).containsExactly("sv");
        assertThat(mail.headers().get("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.headers().get("Reply-To")).containsExactly("reply@example.org");
        assertThat(mail.headers().get("List-Id")).containsExactly("<newsletter.example.org>");
        assertThat(mail.headers().get("Content-Type").getFirst())
                .isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(mail.headers()).containsKey("Date");
        var settled = mails.find(name + "/anna").orElseThrow();
        assertThat(settled.text()).isEmpty();
        assertThat(settled.sentAt()).isNotNull();
    }

    @Test
    void whatWasQueuedBeforeTheStartIsSent() {
        mails.queue(mail("anna"));
        try (var _ = run(mails, Platform.shared().smtpPort(), ALONE)) {
            awaitSent("anna");
        }
        assertThat(received("anna")).hasSize(1);
    }

    @Test
    void aServerThatIsAwayCostsNoAttempt(@TempDir Path folder) {
        try (var platform = Platform.start(folder)) {
            int port = platform.smtpPort();
            platform.stopMailbox();
            try (var _ = run(mails, port, ALONE)) {
                mails.queue(mail("anna"));
                mails.queue(mail("bo"));
                await().during(Duration.ofMillis(500))
                        .until(() -> status("anna") == MailStatus.QUEUED);
                platform.startMailbox();
                awaitSent("anna");
                awaitSent("bo");
                assertThat(mails.find(name + "/anna").orElseThrow().attempts()).isEqualTo(1);
            }
            assertThat(received(platform, "anna")).hasSize(1);
            assertThat(received(platform, "bo")).hasSize(1);
        }
    }

    @Test
    void whatIsPutOffIsTriedAgain() throws Exception {
        var tries = new AtomicInteger();
        try (var server =
                        new FakeSmtp(line ->
                                line.startsWith("RCPT") && tries.incrementAndGet() < 3
                                        ? "450 greylisted"
                                        : null);
                var _ = run(mails, server.port(), ALONE)) {
            mails.queue(mail("anna"));
            awaitSent("anna");
            assertThat(server.accepted()).hasSize(1);
            assertThat(mails.find(name + "/anna").orElseThrow().attempts()).isEqualTo(3);
        }
    }

    @Test
    void aLineThatBreaksIsTriedAgain() throws Exception {
        var tries = new AtomicInteger();
        try (var server =
                        new FakeSmtp(line ->
                                line.equals(".") && tries.incrementAndGet() < 2
                                        ? "421 shutting down"
                                        : null);
                var _ = run(mails, server.port(), ALONE)) {
            mails.queue(mail("anna"));
            awaitSent("anna");
            assertThat(server.accepted()).hasSize(1);
        }
    }

    @Test
    void whatIsRefusedForGoodIsShownToStaffAndHoldsUpNobody() throws Exception {
        try (var server =
                        new FakeSmtp(line ->
                                line.startsWith("RCPT TO:<anna@")
                                        ? "550 no such mailbox: anna@courier.example.org"
                                        : null);
                var _ = run(mails, server.port(), ALONE)) {
            mails.queue(mail("anna"));
            mails.queue(mail("bo"));
            awaitSent("bo");
            await().until(() -> status("anna") == MailStatus.FAILED);
            assertThat(failed.all())
                    .singleElement()
                    .satisfies(mail -> {
                        assertThat(mail.to()).isEqualTo("a***@courier.example.org");
                        assertThat(mail.reason())
                                .contains("550 no such mailbox: a***@courier.example.org");
                    });
        }
    }

    @Test
    void aSenderTheServerRefusesIsOurFaultAndTriedAgain() throws Exception {
        var tries = new AtomicInteger();
        try (var server =
                        new FakeSmtp(line ->
                                line.startsWith("MAIL") && tries.incrementAndGet() < 3
                                        ? "554 not you"
                                        : null);
                var _ = run(mails, server.port(), ALONE)) {
            mails.queue(mail("anna"));
            awaitSent("anna");
        }
    }

    @Test
    void whatIsNoAddressFails() {
        try (var _ = run(mails, Platform.shared().smtpPort(), ALONE)) {
            mails.queue(Mail.plain(name + "/x", "no address", Language.SV, "Hej", "Hej"));
            await().until(() -> status("x") == MailStatus.FAILED);
        }
    }

    @Test
    void aCrashBetweenClaimAndSendingLosesNothing() {
        mails.queue(mail("anna"));
        var claimed = claim("anna", Duration.ofMinutes(10));
        assertThat(claimed.status()).isEqualTo(MailStatus.SENDING);
        try (var _ = run(mails, Platform.shared().smtpPort(), ALONE)) {
            awaitSent("anna");
        }
        assertThat(received("anna")).hasSize(1);
    }

    @Test
    void anotherInstancesClaimIsTakenOverWhenItEnds() {
        mails.queue(mail("anna"));
        var until = claim("anna", LEASE).dueAt();
        try (var _ = run(mails, Platform.shared().smtpPort(), TOGETHER)) {
            awaitSent("anna");
        }
        assertThat(mails.find(name + "/anna").orElseThrow().sentAt()).isAfter(until);
        assertThat(received("anna")).hasSize(1);
    }

    @Test
    void whatADeadInstanceQueuedIsFoundOnTheRound() {
        try (var _ = run(ledger(), Platform.shared().smtpPort(), TOGETHER)) {
            mails.queue(mail("anna")); // through a ledger without a courier
            awaitSent("anna");
        }
        assertThat(received("anna")).hasSize(1);
    }

    @Test
    void twoInstancesSendEachMailOnce() {
        for (int i = 0; i < 40; i++) {
            mails.queue(mail("m" + i));
        }
        var other = ledger();
        try (var _ = run(mails, Platform.shared().smtpPort(), TOGETHER);
                var _ = run(other, Platform.shared().smtpPort(), TOGETHER)) {
            for (int i = 0; i < 40; i++) {
                awaitSent("m" + i);
            }
        }
        for (int i = 0; i < 40; i++) {
            assertThat(received("m" + i)).hasSize(1);
        }
    }

    @Test
    void whoEndedMeanwhileGetsNoMore() {
        var wanted = new AtomicBoolean(false);
        var issue =
                new Mail(
                        name + "/anna",
                        "anna@courier.example.org",
                        Language.SV,
                        "Nyheter",
                        "Text",
                        Map.of(),
                        "subscriber");
        mails.queue(issue);
        var courier =
                courier(
                        mails,
                        Platform.shared().smtpPort(),
                        ALONE,
                        subscriber -> subscriber == null || wanted.get());
        try (var _ = new Running(courier)) {
            await().until(() -> status("anna") == MailStatus.WITHDRAWN);
        }
        assertThat(received("anna")).isEmpty();
    }

    private LedgerMail claim(String id, Duration lease) {
        var mail = mails.find(name + "/" + id).orElseThrow();
        Instant until = CLOCK.instant().plus(lease);
        var claimed = mails.claim(mail, until);
        assertThat(mails.claim(mail, until)).isEmpty();
        return Objects.requireNonNull(claimed.orElse(null));
    }
}
