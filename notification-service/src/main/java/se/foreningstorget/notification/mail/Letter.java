package se.foreningstorget.notification.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Date;
import java.util.HexFormat;

/**
 * A mail in the form it travels in. Made anew it is the same letter: Message-ID and Date come from
 * the ledger, so that a doubled delivery can be recognised.
 */
final class Letter extends MimeMessage {
    private final String messageId;

    private Letter(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static Letter of(LedgerMail mail, Session session, SmtpSettings settings, String host)
            throws MessagingException {
        var letter = new Letter(session, messageId(mail.id(), host));
        try {
            letter.setFrom(new InternetAddress(settings.from(), settings.fromName(), "UTF-8"));
        } catch (UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
        var replyTo = settings.replyTo();
        if (replyTo != null) {
            letter.setReplyTo(new InternetAddress[] {new InternetAddress(replyTo)});
        }
        letter.setRecipient(RecipientType.TO, recipient(mail.to()));
        letter.setSentDate(Date.from(mail.queuedAt()));
        letter.setSubject(oneLine(mail.subject()), "UTF-8");
        letter.setText(mail.text(), "UTF-8");
        letter.setHeader("Content-Language", mail.language().locale().toLanguageTag());
        letter.setHeader("Auto-Submitted", "auto-generated");
        for (var header : mail.headers().entrySet()) {
            letter.setHeader(header.getKey(), oneLine(header.getValue()));
        }
        letter.saveChanges();
        return letter;
    }

    /** A hash, since the ledger's id names the lead or subscriber. */
    static String messageId(String mailId, String host) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(mailId.getBytes(StandardCharsets.UTF_8));
            return "<" + HexFormat.of().formatHex(hash, 0, 20) + "@" + host + ">";
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static InternetAddress recipient(String address) throws AddressException {
        int at = address.lastIndexOf('@');
        try {
            var ascii =
                    at < 0
                            ? address
                            : address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
            return new InternetAddress(ascii, true);
        } catch (IllegalArgumentException notADomain) {
            throw new AddressException("not a domain", address);
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }
}
