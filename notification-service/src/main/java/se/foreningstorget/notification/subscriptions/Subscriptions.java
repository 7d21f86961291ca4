package se.foreningstorget.notification.subscriptions;

import static se.foreningstorget.contracts.notification.SubscriptionStatus.ACTIVE;
import static se.foreningstorget.contracts.notification.SubscriptionStatus.ASKED;
import static se.foreningstorget.contracts.notification.SubscriptionStatus.ENDED;
import static se.foreningstorget.contracts.notification.SubscriptionStatus.FORGOTTEN;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.notification.NotificationTopics;
import se.foreningstorget.contracts.notification.SubscriberId;
import se.foreningstorget.contracts.notification.Subscription;
import se.foreningstorget.contracts.notification.SubscriptionEvent;
import se.foreningstorget.contracts.notification.SubscriptionEvent.SubscriptionAsked;
import se.foreningstorget.contracts.notification.SubscriptionEvent.SubscriptionConfirmed;
import se.foreningstorget.contracts.notification.SubscriptionEvent.SubscriptionEnded;
import se.foreningstorget.contracts.notification.SubscriptionEvent.SubscriptionForgotten;
import se.foreningstorget.eventkit.AggregateFactory;
import se.foreningstorget.eventkit.Aggregates;
import se.foreningstorget.eventkit.Decision;
import se.foreningstorget.eventkit.Outcome;
import se.foreningstorget.eventkit.Stored;
import se.foreningstorget.notification.mail.StillWanted;
import se.foreningstorget.notification.subscriptions.SubscriptionCommand.Ask;
import se.foreningstorget.notification.subscriptions.SubscriptionCommand.Confirm;
import se.foreningstorget.notification.subscriptions.SubscriptionCommand.End;
import se.foreningstorget.notification.subscriptions.SubscriptionCommand.Forget;

/** The newsletter's subscriptions, at most one an address. */
public class Subscriptions implements StillWanted {
    private static final int REQUESTS_KEPT = 20;

    private final Aggregates<Subscription, SubscriptionCommand, SubscriptionEvent> subscriptions;

    Subscriptions(AggregateFactory factory) {
        this.subscriptions =
                factory.over(
                        NotificationTopics.SUBSCRIPTIONS,
                        1,
                        Subscriptions::decide,
                        Subscriptions::evolve);
    }

    Outcome<Subscription> handle(SubscriberId id, SubscriptionCommand command) {
        return subscriptions.handle(id.value(), command);
    }

    Optional<Stored<Subscription>> find(SubscriberId id) {
        return subscriptions.find(id.value());
    }

    Aggregates<Subscription, SubscriptionCommand, SubscriptionEvent> all() {
        return subscriptions;
    }

    /** Each active one; a scan, never on a request's way. */
    public void forEachActive(Consumer<Subscription> reader) {
        subscriptions.forEach(stored -> {
            if (stored.state().status() == ACTIVE) {
                reader.accept(stored.state());
            }
        });
    }

    @Override
    public boolean stillWanted(@Nullable String subscriber) {
        return subscriber == null
                || subscriptions
                        .find(subscriber)
                        .filter(stored -> stored.state().status() == ACTIVE)
                        .isPresent();
    }

    static Decision<SubscriptionEvent> decide(
            @Nullable Subscription known, SubscriptionCommand command) {
        return switch (command) {
            case Ask ask when known == null -> Decision.accept(asked(ask, ask.freshKey()));
            case Ask ask when known.requests().contains(ask.request()) -> Decision.unchanged();
            case Ask ask ->
                    switch (known.status()) {
                        case ACTIVE -> Decision.unchanged();
                        // The key stays, so that a slow first mail works as well as the second.
                        case ASKED -> Decision.accept(asked(ask, known.key()));
                        case ENDED, FORGOTTEN -> Decision.accept(asked(ask, ask.freshKey()));
                    };
            case Forget it when known != null -> forget(known, it);
            case Forget it -> throw new IllegalStateException("nothing to forget: " + it.id());
            case Confirm(_, var key, _, _) when !opens(known, key) ->
                    Decision.reject(SubscriptionRejection.UNKNOWN_LINK);
            case Confirm(var id, _, var consent, var now) ->
                    switch (Objects.requireNonNull(known).status()) {
                        case ASKED -> Decision.accept(new SubscriptionConfirmed(id, consent, now));
                        case ACTIVE -> Decision.unchanged();
                        // An old link must not bring back what its owner ended.
                        case ENDED, FORGOTTEN ->
                                Decision.reject(SubscriptionRejection.UNKNOWN_LINK);
                    };
            case End(_, var key, _) when !opens(known, key) ->
                    Decision.reject(SubscriptionRejection.UNKNOWN_LINK);
            case End(var id, _, var now) ->
                    Objects.requireNonNull(known).status() == ENDED
                            ? Decision.unchanged()
                            : Decision.accept(new SubscriptionEnded(id, now));
        };
    }

    private static Decision<SubscriptionEvent> forget(Subscription known, Forget it) {
        return it.endedAt().equals(endedAt(known))
                ? Decision.accept(new SubscriptionForgotten(it.id(), it.now()))
                : Decision.unchanged();
    }

    /** When it came to nothing, or to its end; null while it is somebody's. */
    static @Nullable Instant endedAt(Subscription subscription) {
        return switch (subscription.status()) {
            case ASKED -> subscription.askedAt();
            case ENDED ->
                    Objects.requireNonNullElse(subscription.endedAt(), subscription.askedAt());
            case ACTIVE, FORGOTTEN -> null;
        };
    }

    static Subscription evolve(@Nullable Subscription known, SubscriptionEvent event) {
        return switch (event) {
            case SubscriptionAsked(var id, var request, var email, var language, var key, var at) ->
                    new Subscription(
                            id,
                            email,
                            language,
                            key,
                            ASKED,
                            with(known, request),
                            at,
                            known == null ? null : known.consent(),
                            known == null ? null : known.endedAt());
            case SubscriptionConfirmed(var id, var consent, _) -> {
                var was = Objects.requireNonNull(known);
                yield new Subscription(
                        id,
                        was.email(),
                        was.language(),
                        was.key(),
                        ACTIVE,
                        was.requests(),
                        was.askedAt(),
                        consent,
                        null);
            }
            case SubscriptionForgotten _ -> Objects.requireNonNull(known).forgotten();
            case SubscriptionEnded(var id, var at) -> {
                var was = Objects.requireNonNull(known);
                yield new Subscription(
                        id,
                        was.email(),
                        was.language(),
                        was.key(),
                        ENDED,
                        was.requests(),
                        was.askedAt(),
                        was.consent(),
                        at);
            }
        };
    }

    /** Whether the key is the subscription's; takes as long for a near miss as for a far one. */
    static boolean opens(@Nullable Subscription known, String key) {
        return known != null
                && known.status() != FORGOTTEN
                && MessageDigest.isEqual(
                        known.key().getBytes(StandardCharsets.UTF_8),
                        key.getBytes(StandardCharsets.UTF_8));
    }

    private static SubscriptionAsked asked(Ask ask, String key) {
        return new SubscriptionAsked(
                ask.id(), ask.request(), ask.email(), ask.language(), key, ask.now());
    }

    private static List<String> with(@Nullable Subscription known, String request) {
        var requests = new ArrayList<>(known == null ? List.<String>of() : known.requests());
        requests.add(request);
        return requests.subList(Math.max(0, requests.size() - REQUESTS_KEPT), requests.size());
    }
}
