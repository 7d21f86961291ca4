package se.foreningstorget.notification.mail;

import org.springframework.context.MessageSource;
import se.foreningstorget.contracts.Language;

/** What mails say, in the reader's language, from {@code notification-service-texts}. */
public final class MailTexts {
    private final MessageSource texts;

    public MailTexts(MessageSource texts) {
        this.texts = texts;
    }

    public String text(Language language, String code, Object... arguments) {
        return texts.getMessage(code, arguments, language.locale());
    }

    /**
     * A mail whose subject and body stand under {@code mail.<code>.subject} and {@code .text}, with
     * the common ending.
     */
    public Mail mail(String id, String to, Language language, String code, Object... arguments) {
        return Mail.plain(
                id,
                to,
                language,
                text(language, "mail." + code + ".subject", arguments),
                text(language, "mail." + code + ".text", arguments)
                        + "\n\n"
                        + text(language, "mail.ending"));
    }
}
