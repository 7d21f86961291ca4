package se.foreningstorget.notification.mail;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.Language;

/**
 * A mail to be sent to one recipient.
 *
 * @param id the effect's id: queueing twice under one id is the same as once
 * @param headers what the mail has beyond the usual headers
 * @param subscriber whose subscription it follows from; the mail is withdrawn when that ends before
 *     it was sent. Null when it follows from something else
 */
public record Mail(
        String id,
        String to,
        Language language,
        String subject,
        String text,
        Map<String, String> headers,
        @Nullable String subscriber) {
    public Mail {
        headers = Map.copyOf(headers);
    }

    public static Mail plain(String id, String to, Language language, String subject, String text) {
        return new Mail(id, to, language, subject, text, Map.of(), null);
    }
}
