package se.foreningstorget.notification.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server, and how patient we are with it.
 *
 * @param from the address mails come from
 * @param fromName the name they come from
 * @param replyTo where answers go; null: to the sender's address
 * @param user null: the server asks for no log-in
 * @param starttls whether the connection must be encrypted
 * @param lines how many mails are handed over at the same time
 * @param firstPause before a mail is tried a second time; each pause is twice the one before, an
 *     hour at most
 * @param giveUpAfter how long a mail is tried that the server puts off again and again
 * @param lease how long a claim lasts; longer than handing over a mail can take
 */
@ConfigurationProperties("foreningstorget.smtp")
record SmtpSettings(
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue("25") int port,
        @DefaultValue("foreningstorget@example.org") String from,
        @DefaultValue("Föreningstorget") String fromName,
        @Nullable String replyTo,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("false") boolean starttls,
        @DefaultValue("2") int lines,
        @DefaultValue("30s") Duration firstPause,
        @DefaultValue("5d") Duration giveUpAfter,
        @DefaultValue("10m") Duration lease) {
    private static final Duration LONGEST = Duration.ofHours(1);

    /** A sender that is no address would make every mail fail, so nothing starts with one. */
    SmtpSettings {
        replyTo = replyTo == null || replyTo.isBlank() ? null : replyTo;
        requireAddress("from", from);
        if (replyTo != null) {
            requireAddress("reply-to", replyTo);
        }
    }

    /** How long to wait after so many attempts. */
    Duration pause(long attempts) {
        var pause = firstPause.multipliedBy(1L << Math.clamp(attempts - 1, 0, 20));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    private static void requireAddress(String name, String value) {
        try {
            new InternetAddress(value, true).validate();
        } catch (AddressException wrong) {
            // alone, without a cause: what is told at the start is the innermost message
            throw new IllegalStateException(
                    "foreningstorget.smtp." + name + " is not an e-mail address: " + value);
        }
    }
}
