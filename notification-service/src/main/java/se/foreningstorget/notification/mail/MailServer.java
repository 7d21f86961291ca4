package se.foreningstorget.notification.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mail server at the other end of SMTP. */
final class MailServer {
    private static final Logger log = LoggerFactory.getLogger(MailServer.class);

    private final SmtpSettings settings;
    private final String host;
    private final Session session;

    /**
     * @param host the name that stands in Message-IDs
     */
    MailServer(SmtpSettings settings, String host) {
        this.settings = settings;
        this.host = host;
        this.session = Session.getInstance(properties(settings));
    }

    Line line() {
        return new Line();
    }

    private static Properties properties(SmtpSettings settings) {
        var properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", String.valueOf(settings.port()));
        properties.put("mail.smtp.from", settings.from());
        properties.put(
                "mail.smtp.localhost",
                settings.from().substring(settings.from().lastIndexOf('@') + 1));
        properties.put("mail.smtp.connectiontimeout", "10000");
        properties.put("mail.smtp.timeout", "30000");
        properties.put("mail.smtp.writetimeout", "30000");
        properties.put("mail.smtp.auth", String.valueOf(settings.user() != null));
        properties.put("mail.smtp.starttls.enable", String.valueOf(settings.starttls()));
        properties.put("mail.smtp.starttls.required", String.valueOf(settings.starttls()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    /** One connection, opened when needed and kept while there is mail; for one thread. */
    final class Line implements AutoCloseable {
        private @Nullable Transport transport;
        private boolean saidSo;

        private Line() {}

        /** Whether the server is there. Nothing was lost when it is not. */
        boolean open() {
            var open = transport;
            if (open != null && open.isConnected()) {
                return true;
            }
            close();
            try {
                var fresh = session.getTransport();
                fresh.connect(
                        settings.host(), settings.port(), settings.user(), settings.password());
                transport = fresh;
                saidSo = false;
                return true;
            } catch (MessagingException away) {
                if (!saidSo) {
                    saidSo = true;
                    log.warn("the mail server is away, mails wait: {}", reason(away));
                }
                return false;
            }
        }

        /** Hands over a mail; the line must be open. */
        Delivery send(LedgerMail mail) {
            var open = transport;
            if (open == null) {
                return new Delivery.PutOff("not connected");
            }
            try {
                var letter = Letter.of(mail, session, settings, host);
                open.sendMessage(letter, letter.getAllRecipients());
                return new Delivery.Accepted();
            } catch (AddressException wrong) {
                return new Delivery.Refused("not an address: " + wrong.getMessage());
            } catch (MessagingException trouble) {
                close();
                return refusal(trouble)
                        .<Delivery>map(reason -> new Delivery.Refused(masked(reason, mail)))
                        .orElseGet(() -> new Delivery.PutOff(masked(reason(trouble), mail)));
            } catch (RuntimeException ours) {
                close();
                log.error("{} could not be handed over", mail.id(), ours);
                return new Delivery.PutOff(ours.getClass().getSimpleName());
            }
        }

        @Override
        public void close() {
            var open = transport;
            transport = null;
            if (open != null) {
                try {
                    open.close();
                } catch (MessagingException gone) {
                    log.debug("the mail server hung up first", gone);
                }
            }
        }
    }

    /** What the server said when it refused this recipient, or this mail, for good. */
    private static Optional<String> refusal(MessagingException trouble) {
        for (Exception each = trouble; each instanceof MessagingException one; each = next(one)) {
            switch (one) {
                case SMTPAddressFailedException address when isFinal(address.getReturnCode()) -> {
                    return Optional.of(said(address));
                }
                // A refused MAIL FROM is about us, not about the mail: it is tried again.
                case SMTPSendFailedException mail
                        when isFinal(mail.getReturnCode())
                                && !mail.getCommand().startsWith("MAIL") -> {
                    return Optional.of(said(mail));
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private static @Nullable Exception next(MessagingException one) {
        return one.getNextException();
    }

    private static boolean isFinal(int code) {
        return code >= 500;
    }

    private static String reason(MessagingException trouble) {
        Exception last = trouble;
        while (last instanceof MessagingException one && one.getNextException() != null) {
            last = one.getNextException();
        }
        return said(last);
    }

    /** Servers like to repeat the address, and reasons stand in logs. */
    private static String masked(String reason, LedgerMail mail) {
        return Pattern.compile(mail.to(), Pattern.LITERAL | Pattern.CASE_INSENSITIVE)
                .matcher(reason)
                .replaceAll(Matcher.quoteReplacement(MaskedAddress.of(mail.to())));
    }

    private static String said(Exception trouble) {
        var text = String.valueOf(trouble.getMessage()).strip();
        return text.substring(0, Math.min(500, text.length()));
    }
}
