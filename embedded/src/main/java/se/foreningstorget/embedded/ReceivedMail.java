package se.foreningstorget.embedded;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A mail that the embedded mailbox accepted, with subject, headers and text decoded.
 *
 * @param id the mailbox's own id, in order of arrival
 * @param recipients whom the sending program named, blind copies included
 * @param from whom the sending program named as the sender
 * @param messageId the Message-ID header as it stands, angle brackets included, or empty
 * @param headers the message's headers by name as it came, each with its values in order
 * @param text the plain text, or the HTML of a mail that has no plain text
 */
public record ReceivedMail(
        String id,
        Instant receivedAt,
        List<String> recipients,
        String from,
        String subject,
        String messageId,
        Map<String, List<String>> headers,
        String text) {
    public ReceivedMail {
        recipients = List.copyOf(recipients);
        headers = Map.copyOf(headers);
    }
}
