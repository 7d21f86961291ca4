package se.foreningstorget.contracts.notification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.Language;

/**
 * One mailbox and the newsletter: at most one per address, since its id is the address's hash. Once
 * forgotten, address, key and requests are empty and there is no consent.
 *
 * @param key what the mailed links carry: whoever holds it may confirm and end
 * @param requests the latest requests' ids as their clients chose them, so that a repeat is
 *     harmless
 * @param consent the words the subscriber agreed to, with their version; null until confirmed
 */
public record Subscription(
        SubscriberId id,
        String email,
        Language language,
        String key,
        SubscriptionStatus status,
        List<String> requests,
        Instant askedAt,
        @Nullable Consent consent,
        @Nullable Instant endedAt) {
    public Subscription {
        requests = requests == null ? List.of() : List.copyOf(requests);
    }

    /** All that stays: that an address with this hash was asked for once. */
    public Subscription forgotten() {
        return new Subscription(
                id,
                "",
                Language.SV,
                "",
                SubscriptionStatus.FORGOTTEN,
                List.of(),
                askedAt,
                null,
                null);
    }
}
