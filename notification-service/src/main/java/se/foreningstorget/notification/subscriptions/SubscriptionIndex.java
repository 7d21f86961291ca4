package se.foreningstorget.notification.subscriptions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.contracts.Language;
import se.foreningstorget.contracts.notification.SubscriberId;
import se.foreningstorget.contracts.notification.Subscription;
import se.foreningstorget.contracts.notification.SubscriptionStatus;
import se.foreningstorget.notification.mail.MaskedAddress;
import se.foreningstorget.searchkit.Catalogue;
import se.foreningstorget.searchkit.Entry;
import se.foreningstorget.searchkit.Fields;

/** What staff may see of subscribers; no address stands in the index. */
final class SubscriptionIndex {
    static final Fields FIELDS = Fields.none().facet("status").facet("language").number("asked");

    private final Catalogue catalogue;

    SubscriptionIndex(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * A subscriber in the list.
     *
     * @param email masked
     */
    record SubscriberView(
            SubscriberId id,
            String email,
            Language language,
            SubscriptionStatus status,
            Instant askedAt,
            @Nullable Instant confirmedAt) {
        static SubscriberView of(Subscription subscription) {
            var consent = subscription.consent();
            return new SubscriberView(
                    subscription.id(),
                    MaskedAddress.of(subscription.email()),
                    subscription.language(),
                    subscription.status(),
                    subscription.askedAt(),
                    consent == null ? null : consent.at());
        }
    }

    void put(String id, Subscription subscription) {
        if (subscription.status() == SubscriptionStatus.FORGOTTEN) {
            catalogue.remove(id);
            return;
        }
        var view = SubscriberView.of(subscription);
        catalogue.put(
                Entry.of(id)
                        .facet("status", wire(view.status()))
                        .facet("language", wire(view.language()))
                        .number("asked", view.askedAt().toEpochMilli())
                        .payload(ContractJson.mapper().writeValueAsBytes(view))
                        .build());
    }

    private static String wire(Object value) {
        return ContractJson.mapper().convertValue(value, String.class);
    }
}
