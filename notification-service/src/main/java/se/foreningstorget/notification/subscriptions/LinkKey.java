package se.foreningstorget.notification.subscriptions;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import se.foreningstorget.contracts.notification.SubscriberId;

/** The key in a mail's link: {@code <subscriber>.<128 secret bits>}. */
record LinkKey(SubscriberId subscriber, String value) {
    private static final Pattern SHAPE = Pattern.compile("([0-9a-f]{40})\\.[A-Za-z0-9_-]{22}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static LinkKey fresh(SubscriberId subscriber) {
        var secret = new byte[16];
        RANDOM.nextBytes(secret);
        return new LinkKey(
                subscriber,
                subscriber + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Empty when it is not shaped like a key of ours. */
    static Optional<LinkKey> parse(String value) {
        var matcher = SHAPE.matcher(value);
        return matcher.matches()
                ? Optional.of(new LinkKey(new SubscriberId(matcher.group(1)), value))
                : Optional.empty();
    }
}
