package se.foreningstorget.notification.newsletters;

import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.foreningstorget.contracts.Language;
import se.foreningstorget.contracts.notification.ComingEvent;
import se.foreningstorget.contracts.notification.Newsletter;
import se.foreningstorget.contracts.notification.Subscription;
import se.foreningstorget.notification.mail.Links;
import se.foreningstorget.notification.mail.Mail;
import se.foreningstorget.notification.mail.MailTexts;

/** An issue as a subscriber reads it: the editor's words, the coming events, the way out. */
final class Issue {
    private final MailTexts texts;
    private final Links links;

    Issue(MailTexts texts, Links links) {
        this.texts = texts;
        this.links = links;
    }

    Mail to(Subscription subscriber, Newsletter newsletter, String mailId) {
        return new Mail(
                mailId,
                subscriber.email(),
                subscriber.language(),
                newsletter.subject(),
                text(subscriber, newsletter),
                Map.of(
                        "List-Id",
                        "<newsletter." + links.host() + ">",
                        "List-Unsubscribe",
                        "<" + links.oneClick(subscriber.key()) + ">",
                        "List-Unsubscribe-Post",
                        "List-Unsubscribe=One-Click",
                        "Precedence",
                        "bulk"),
                subscriber.id().value());
    }

    private String text(Subscription subscriber, Newsletter newsletter) {
        var language = subscriber.language();
        var events =
                newsletter.events().stream()
                        .map(event -> event(event, language))
                        .collect(Collectors.joining("\n\n"));
        return Stream.of(
                        newsletter.text(),
                        events.isEmpty()
                                ? ""
                                : texts.text(language, "newsletter.events") + "\n\n" + events,
                        texts.text(language, "newsletter.ending", links.end(subscriber.key())))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    private String event(ComingEvent event, Language language) {
        var place = event.place();
        return event.start().format(format(language))
                + "\n"
                + event.title()
                + "\n"
                + event.organizer()
                + (place == null || place.isBlank() ? "" : ", " + place)
                + "\n"
                + links.event(event.id().value());
    }

    private static DateTimeFormatter format(Language language) {
        var pattern =
                switch (language) {
                    case SV -> "EEEE d MMMM 'kl.' HH:mm";
                    case EN -> "EEEE d MMMM, HH:mm";
                };
        return DateTimeFormatter.ofPattern(pattern, language.locale());
    }
}
