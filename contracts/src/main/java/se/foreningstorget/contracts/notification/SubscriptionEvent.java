package se.foreningstorget.contracts.notification;

import java.time.Instant;
import se.foreningstorget.contracts.Language;
import se.foreningstorget.contracts.WireName;

/** What can have happened to a subscription. */
public sealed interface SubscriptionEvent {
    SubscriberId id();

    Instant at();

    /** Someone asked for the newsletter at this address; the mailbox is asked to confirm. */
    @WireName("subscription-asked")
    record SubscriptionAsked(
            SubscriberId id,
            String request,
            String email,
            Language language,
            String key,
            Instant at)
            implements SubscriptionEvent {}

    /** The mailbox confirmed. */
    @WireName("subscription-confirmed")
    record SubscriptionConfirmed(SubscriberId id, Consent consent, Instant at)
            implements SubscriptionEvent {}

    /** The subscriber ended it. */
    @WireName("subscription-ended")
    record SubscriptionEnded(SubscriberId id, Instant at) implements SubscriptionEvent {}

    /** Its time was up: the address and all that went with it is gone. */
    @WireName("subscription-forgotten")
    record SubscriptionForgotten(SubscriberId id, Instant at) implements SubscriptionEvent {}
}
