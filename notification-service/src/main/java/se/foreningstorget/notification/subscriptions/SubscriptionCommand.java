package se.foreningstorget.notification.subscriptions;

import java.time.Instant;
import se.foreningstorget.contracts.Language;
import se.foreningstorget.contracts.notification.Consent;
import se.foreningstorget.contracts.notification.SubscriberId;

/** What can be asked of a subscription. */
sealed interface SubscriptionCommand {
    /**
     * Someone, perhaps not its owner, asks for the newsletter at an address.
     *
     * @param freshKey the key, should a new one be needed
     */
    record Ask(
            SubscriberId id,
            String request,
            String email,
            Language language,
            String freshKey,
            Instant now)
            implements SubscriptionCommand {}

    /** The mailbox's owner confirms, with the key that was mailed. */
    record Confirm(SubscriberId id, String key, Consent consent, Instant now)
            implements SubscriptionCommand {}

    /** The mailbox's owner wants no more of it. */
    record End(SubscriberId id, String key, Instant now) implements SubscriptionCommand {}

    /**
     * Dispose of it, unless it became another since.
     *
     * @param endedAt when it was ended or, never confirmed, asked for, as far as the clock knows
     */
    record Forget(SubscriberId id, Instant endedAt, Instant now) implements SubscriptionCommand {}
}
