package se.foreningstorget.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import se.foreningstorget.contracts.Language;
import se.foreningstorget.testkit.Platform;

/** The ledger's lines go when their time is up; what is not sent yet stays. */
class MailDisposalTest {
    private static final Instant QUEUED = Instant.parse("2026-11-22T10:00:00Z");

    private static void queue(Mails mails, String id) {
        mails.queue(Mail.plain(id, id + "@example.org", Language.SV, "Hej", "Text"));
    }

    private static LedgerMail claimed(Mails mails, String id) {
        var mail = mails.find(id).orElseThrow();
        return mails.claim(mail, QUEUED.plus(Duration.ofMinutes(1))).orElseThrow();
    }

    @Test
    void onlySettledMailsAreTakenAway() {
        try (var client = MongoClients.create(Platform.shared().mongoUri("mail-disposal"))) {
            var database = client.getDatabase("mail-disposal");
            var mails = new Mails(database, () -> QUEUED);
            var failed = new FailedMails(database);
            for (var id : new String[] {"sent", "failed", "sending", "queued"}) {
                queue(mails, id);
            }
            mails.sent(claimed(mails, "sent"));
            mails.failed(claimed(mails, "failed"), "no such mailbox");
            var unused = claimed(mails, "sending");

            mails.dispose(queued -> queued.isBefore(QUEUED));
            failed.dispose(at -> at.isBefore(QUEUED));
            assertThat(mails.find("sent")).isPresent();
            assertThat(failed.all()).hasSize(1);

            mails.dispose(queued -> !queued.isAfter(QUEUED));
            failed.dispose(at -> !at.isAfter(QUEUED));
            assertThat(mails.find("sent")).isEmpty();
            assertThat(mails.find("failed")).isEmpty();
            assertThat(mails.find("sending")).isPresent();
            assertThat(mails.find("queued")).isPresent();
            assertThat(failed.all()).isEmpty();
        }
    }
}
