package se.foreningstorget.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.foreningstorget.testkit.Platform;

/** Mails arrive whatever dies or is away on the way. */
class CourierCrashTest {
    private final PostOffice post = new PostOffice();

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void whatWasQueuedBeforeTheStartIsSent() {
        post.mails.queue(post.mail("anna"));
        try (var _ = PostOffice.run(post.mails, Platform.shared().smtpPort(), PostOffice.ALONE)) {
            post.awaitSent("anna");
        }
        assertThat(post.received("anna")).hasSize(1);
    }

    @Test
    void aServerThatIsAwayCostsNoAttempt(@TempDir Path folder) {
        try (var platform = Platform.start(folder)) {
            int port = platform.smtpPort();
            platform.stopMailbox();
            try (var _ = PostOffice.run(post.mails, port, PostOffice.ALONE)) {
                post.mails.queue(post.mail("anna"));
                post.mails.queue(post.mail("bo"));
                await().during(Duration.ofMillis(500))
                        .until(() -> post.status("anna") == MailStatus.QUEUED);
                platform.startMailbox();
                post.awaitSent("anna");
                post.awaitSent("bo");
                assertThat(post.mails.find(post.name + "/anna").orElseThrow().attempts())
                        .isEqualTo(1);
            }
            assertThat(post.received(platform, "anna")).hasSize(1);
            assertThat(post.received(platform, "bo")).hasSize(1);
        }
    }

    @Test
    void aCrashBetweenClaimAndSendingLosesNothing() {
        post.mails.queue(post.mail("anna"));
        var claimed = post.claim("anna", Duration.ofMinutes(10));
        assertThat(claimed.status()).isEqualTo(MailStatus.SENDING);
        try (var _ = PostOffice.run(post.mails, Platform.shared().smtpPort(), PostOffice.ALONE)) {
            post.awaitSent("anna");
        }
        assertThat(post.received("anna")).hasSize(1);
    }

    @Test
    void anotherInstancesClaimIsTakenOverWhenItEnds() {
        post.mails.queue(post.mail("anna"));
        var until = post.claim("anna", PostOffice.LEASE).dueAt();
        try (var _ =
                PostOffice.run(post.mails, Platform.shared().smtpPort(), PostOffice.TOGETHER)) {
            post.awaitSent("anna");
        }
        assertThat(post.mails.find(post.name + "/anna").orElseThrow().sentAt()).isAfter(until);
        assertThat(post.received("anna")).hasSize(1);
    }

    @Test
    void whatADeadInstanceQueuedIsFoundOnTheRound() {
        try (var _ =
                PostOffice.run(post.ledger(), Platform.shared().smtpPort(), PostOffice.TOGETHER)) {
            post.mails.queue(post.mail("anna")); // through a ledger without a courier
            post.awaitSent("anna");
        }
        assertThat(post.received("anna")).hasSize(1);
    }

    @Test
    void twoInstancesSendEachMailOnce() {
        for (int i = 0; i < 40; i++) {
            post.mails.queue(post.mail("m" + i));
        }
        var other = post.ledger();
        try (var _ = PostOffice.run(post.mails, Platform.shared().smtpPort(), PostOffice.TOGETHER);
                var _ = PostOffice.run(other, Platform.shared().smtpPort(), PostOffice.TOGETHER)) {
            for (int i = 0; i < 40; i++) {
                post.awaitSent("m" + i);
            }
        }
        for (int i = 0; i < 40; i++) {
            assertThat(post.received("m" + i)).hasSize(1);
        }
    }
}
