package se.foreningstorget.notification.mail;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.Language;

/**
 * A mail as the ledger has it.
 *
 * @param to empty once it was sent, failed or was withdrawn
 * @param subject the same
 * @param text the same: what it said is between the sender and the mailbox
 * @param headers the same
 * @param attempts how many times it was claimed for sending; also the version of the document
 * @param dueAt when to try next; while it is being sent, when the claim ends
 * @param reason what the mail server said last
 */
record LedgerMail(
        @JsonProperty("_id") String id,
        String to,
        Language language,
        String subject,
        String text,
        Map<String, String> headers,
        @Nullable String subscriber,
        MailStatus status,
        long attempts,
        Instant queuedAt,
        Instant dueAt,
        @Nullable Instant sentAt,
        @Nullable String reason) {

    static LedgerMail queued(Mail mail, Instant now) {
        return new LedgerMail(
                mail.id(),
                mail.to(),
                mail.language(),
                mail.subject(),
                mail.text(),
                mail.headers(),
                mail.subscriber(),
                MailStatus.QUEUED,
                0,
                now,
                now,
                null,
                null);
    }

    LedgerMail claimed(Instant until) {
        return new LedgerMail(
                id,
                to,
                language,
                subject,
                text,
                headers,
                subscriber,
                MailStatus.SENDING,
                attempts + 1,
                queuedAt,
                until,
                sentAt,
                reason);
    }
}
