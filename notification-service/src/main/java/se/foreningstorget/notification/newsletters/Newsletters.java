package se.foreningstorget.notification.newsletters;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.notification.Newsletter;
import se.foreningstorget.contracts.notification.NewsletterEvent;
import se.foreningstorget.contracts.notification.NewsletterEvent.NewsletterComposed;
import se.foreningstorget.contracts.notification.NewsletterEvent.NewsletterSent;
import se.foreningstorget.contracts.notification.NewsletterId;
import se.foreningstorget.contracts.notification.NewsletterStatus;
import se.foreningstorget.contracts.notification.NotificationTopics;
import se.foreningstorget.eventkit.AggregateFactory;
import se.foreningstorget.eventkit.Aggregates;
import se.foreningstorget.eventkit.Decision;
import se.foreningstorget.eventkit.Outcome;
import se.foreningstorget.eventkit.Precondition;
import se.foreningstorget.eventkit.Stored;
import se.foreningstorget.notification.newsletters.NewsletterCommand.Compose;
import se.foreningstorget.notification.newsletters.NewsletterCommand.Send;

/** The newsletter's issues. */
class Newsletters {
    private final Aggregates<Newsletter, NewsletterCommand, NewsletterEvent> newsletters;

    Newsletters(AggregateFactory factory) {
        this.newsletters =
                factory.over(
                        NotificationTopics.NEWSLETTERS,
                        1,
                        Newsletters::decide,
                        Newsletters::evolve);
    }

    Outcome<Newsletter> handle(
            NewsletterId id, NewsletterCommand command, Precondition<Newsletter> precondition) {
        return newsletters.handle(id.value(), command, precondition);
    }

    Optional<Stored<Newsletter>> find(NewsletterId id) {
        return newsletters.find(id.value());
    }

    Aggregates<Newsletter, NewsletterCommand, NewsletterEvent> all() {
        return newsletters;
    }

    static Decision<NewsletterEvent> decide(@Nullable Newsletter issue, NewsletterCommand command) {
        return switch (command) {
            case Compose wish when issue == null -> Decision.accept(composed(wish));
            case Compose wish when isSame(issue, wish) -> Decision.unchanged();
            case Compose _ when issue.status() == NewsletterStatus.SENT ->
                    Decision.reject(NewsletterRejection.NEWSLETTER_SENT_ALREADY);
            case Compose wish -> Decision.accept(composed(wish));
            case Send _ when issue == null ->
                    Decision.reject(NewsletterRejection.NO_SUCH_NEWSLETTER);
            case Send _ when issue.status() == NewsletterStatus.SENT -> Decision.unchanged();
            case Send(var id, var events, var by, var now) ->
                    Decision.accept(new NewsletterSent(id, events, by, now));
        };
    }

    static Newsletter evolve(@Nullable Newsletter issue, NewsletterEvent event) {
        return switch (event) {
            case NewsletterComposed(var id, var subject, var text, var daysAhead, _, var at) ->
                    new Newsletter(
                            id,
                            subject,
                            text,
                            daysAhead,
                            NewsletterStatus.DRAFT,
                            List.of(),
                            at,
                            null);
            case NewsletterSent(var id, var events, _, var at) -> {
                var draft = Objects.requireNonNull(issue);
                yield new Newsletter(
                        id,
                        draft.subject(),
                        draft.text(),
                        draft.daysAhead(),
                        NewsletterStatus.SENT,
                        events,
                        draft.composedAt(),
                        at);
            }
        };
    }

    private static NewsletterComposed composed(Compose wish) {
        return new NewsletterComposed(
                wish.id(), wish.subject(), wish.text(), wish.daysAhead(), wish.by(), wish.now());
    }

    private static boolean isSame(Newsletter issue, Compose wish) {
        return issue.subject().equals(wish.subject())
                && issue.text().equals(wish.text())
                && issue.daysAhead() == wish.daysAhead();
    }
}
