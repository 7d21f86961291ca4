package se.foreningstorget.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.foreningstorget.contracts.Language;
import se.foreningstorget.testkit.Platform;

/** Mails arrive once; what cannot arrive is told, and nothing of it is kept. */
class CourierTest {
    private final PostOffice post = new PostOffice();

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void aMailArrivesOnceThoughQueuedTwice() {
        try (var _ = PostOffice.run(post.mails, Platform.shared().smtpPort(), PostOffice.ALONE)) {
            assertThat(post.mails.queue(post.mail("anna"))).isTrue();
            assertThat(post.mails.queue(post.mail("anna"))).isFalse();
            post.awaitSent("anna");
            assertThat(post.mails.queue(post.mail("anna"))).isFalse();
            post.mails.queue(post.mail("bo"));
            post.awaitSent("bo");
        }
        assertThat(post.received("anna")).hasSize(1);
        var mail = post.received("anna").getFirst();
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
        var settled = post.mails.find(post.name + "/anna").orElseThrow();
        assertThat(settled.text() + settled.subject() + settled.to()).isEmpty();
        assertThat(settled.headers()).isEmpty();
        assertThat(settled.sentAt()).isNotNull();
    }

    @Test
    void whatIsPutOffIsTriedAgain() throws Exception {
        var tries = new AtomicInteger();
        try (var server =
                        new FakeSmtp(line ->
                                line.startsWith("RCPT") && tries.incrementAndGet() < 3
                                        ? "450 greylisted"
                                        : null);
                var _ = PostOffice.run(post.mails, server.port(), PostOffice.ALONE)) {
            post.mails.queue(post.mail("anna"));
            post.awaitSent("anna");
            assertThat(server.accepted()).hasSize(1);
            assertThat(post.mails.find(post.name + "/anna").orElseThrow().attempts()).isEqualTo(3);
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
                var _ = PostOffice.run(post.mails, server.port(), PostOffice.ALONE)) {
            post.mails.queue(post.mail("anna"));
            post.awaitSent("anna");
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
                var _ = PostOffice.run(post.mails, server.port(), PostOffice.ALONE)) {
            post.mails.queue(post.mail("anna"));
            post.mails.queue(post.mail("bo"));
            post.awaitSent("bo");
            await().until(() -> post.status("anna") == MailStatus.FAILED);
            assertThat(post.failed.all())
                    .singleElement()
                    .satisfies(mail -> {
                        assertThat(mail.to()).isEqualTo("a***@courier.example.org");
                        assertThat(mail.reason())
                                .contains("550 no such mailbox: a***@courier.example.org");
                    });
            var settled = post.mails.find(post.name + "/anna").orElseThrow();
            assertThat(settled.text() + settled.subject() + settled.to()).isEmpty();
            assertThat(settled.headers()).isEmpty();
            assertThat(settled.reason()).contains("550");
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
                var _ = PostOffice.run(post.mails, server.port(), PostOffice.ALONE)) {
            post.mails.queue(post.mail("anna"));
            post.awaitSent("anna");
        }
    }

    @Test
    void whatIsNoAddressFails() {
        try (var _ = PostOffice.run(post.mails, Platform.shared().smtpPort(), PostOffice.ALONE)) {
            post.mails.queue(Mail.plain(post.name + "/x", "no address", Language.SV, "Hej", "Hej"));
            await().until(() -> post.status("x") == MailStatus.FAILED);
        }
    }

    @Test
    void whoEndedMeanwhileGetsNoMore() {
        var wanted = new AtomicBoolean(false);
        var issue =
                new Mail(
                        post.name + "/anna",
                        "anna@courier.example.org",
                        Language.SV,
                        "Nyheter",
                        "Text",
                        Map.of(),
                        "subscriber");
        post.mails.queue(issue);
        var courier =
                PostOffice.courier(
                        post.mails,
                        Platform.shared().smtpPort(),
                        PostOffice.ALONE,
                        subscriber -> subscriber == null || wanted.get());
        try (var _ = new PostOffice.Running(courier)) {
            await().until(() -> post.status("anna") == MailStatus.WITHDRAWN);
        }
        assertThat(post.received("anna")).isEmpty();
    }
}
