package se.foreningstorget.notification.subscriptions;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.notification.SubscriberId;
import se.foreningstorget.contracts.notification.Subscription;
import se.foreningstorget.eventkit.Stored;
import se.foreningstorget.eventkit.retention.Archive;
import se.foreningstorget.eventkit.retention.DisposalClock;
import se.foreningstorget.eventkit.retention.Kind;
import se.foreningstorget.eventkit.retention.Kinds;
import se.foreningstorget.eventkit.retention.RetentionRules;
import se.foreningstorget.notification.subscriptions.SubscriptionCommand.Forget;

/** When a subscription that was ended, or never confirmed, is forgotten. */
final class SubscriptionDisposal {
    private static final Kind UNCONFIRMED =
            new Kind("subscription-unconfirmed", "asked", Duration.ZERO, false);
    private static final Kind ENDED = new Kind("subscription-ended", "ended", Duration.ZERO, true);
    private static final Kind ASK_LIMIT = new Kind("ask-limit", "asked", AskLimit.WITHIN, false);

    static final Kinds KINDS = Kinds.of(UNCONFIRMED, ENDED, ASK_LIMIT);

    private final Subscriptions subscriptions;
    private final RetentionRules rules;
    private final Archive archive;
    private final DisposalClock disposals;
    private final InstantSource clock;

    SubscriptionDisposal(
            Subscriptions subscriptions,
            AskLimit limit,
            RetentionRules rules,
            Archive archive,
            DisposalClock disposals,
            InstantSource clock) {
        this.subscriptions = subscriptions;
        this.rules = rules;
        this.archive = archive;
        this.disposals = disposals;
        this.clock = clock;
        var asks = rules.of(ASK_LIMIT);
        disposals.sweep(now -> limit.dispose(asked -> !asks.due(asked).isAfter(now)));
    }

    /** Takes in how a subscription stands now. */
    void expect(Subscription subscription) {
        var ended = Subscriptions.endedAt(subscription);
        var kind = kind(subscription);
        var id = subscription.id();
        disposals.expect(
                "subscription/" + id,
                ended == null || kind == null ? null : rules.of(kind).due(ended),
                () -> forget(id, ended));
    }

    private void forget(SubscriberId id, @Nullable Instant ended) {
        var known = subscriptions.find(id).map(Stored::state).orElse(null);
        if (known == null || ended == null || !ended.equals(Subscriptions.endedAt(known))) {
            return;
        }
        var kind = kind(known);
        if (kind != null) {
            archive.keep(rules.of(kind), id.value(), known);
        }
        var unused = subscriptions.handle(id, new Forget(id, ended, clock.instant()));
    }

    private static @Nullable Kind kind(Subscription subscription) {
        return switch (subscription.status()) {
            case ASKED -> UNCONFIRMED;
            case ENDED -> ENDED;
            case ACTIVE, FORGOTTEN -> null;
        };
    }
}
