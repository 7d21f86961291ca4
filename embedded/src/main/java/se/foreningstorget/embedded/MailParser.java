package se.foreningstorget.embedded;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a mail file: the envelope that the mailbox wrote above the message, and the message. */
final class MailParser {
    static final String ENVELOPE_FROM = "X-Envelope-From";
    static final String ENVELOPE_TO = "X-Envelope-To";

    private MailParser() {}

    static ReceivedMail parse(String id, Instant receivedAt, InputStream file) throws IOException {
        try {
            var message = new MimeMessage(null, file);
            var headers = headers(message);
            var recipients = headers.getOrDefault(ENVELOPE_TO, List.of());
            var from = headers.getOrDefault(ENVELOPE_FROM, List.of("")).getFirst();
            headers.remove(ENVELOPE_TO);
            headers.remove(ENVELOPE_FROM);
            return new ReceivedMail(
                    id,
                    receivedAt,
                    recipients,
                    from,
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    Optional.ofNullable(message.getMessageID()).orElse(""),
                    headers,
                    text(message).orElse(""));
        } catch (MessagingException e) {
            throw new IOException("Not a readable mail: " + id, e);
        }
    }

    private static Map<String, List<String>> headers(Part message) throws MessagingException {
        var headers = new LinkedHashMap<String, List<String>>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.computeIfAbsent(header.getName(), _ -> new ArrayList<>())
                    .add(decoded(header.getValue()));
        }
        return headers;
    }

    private static String decoded(String value) {
        var unfolded = MimeUtility.unfold(value);
        try {
            return MimeUtility.decodeText(unfolded);
        } catch (UnsupportedEncodingException e) {
            return unfolded;
        }
    }

    private static Optional<String> text(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            var plain = first(parts, "text/plain");
            return plain.isPresent() ? plain : first(parts, "text/html");
        }
        return part.isMimeType("text/*") ? Optional.of(content(part)) : Optional.empty();
    }

    private static Optional<String> first(Multipart parts, String type)
            throws MessagingException, IOException {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.getContent() instanceof Multipart inner) {
                var found = first(inner, type);
                if (found.isPresent()) {
                    return found;
                }
            } else if (part.isMimeType(type)
                    && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                return Optional.of(content(part));
            }
        }
        return Optional.empty();
    }

    private static String content(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof String text) {
            return text;
        }
        try (var bytes = part.getInputStream()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
