package se.foreningstorget.notification.subscriptions;

import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import se.foreningstorget.contracts.notification.SubscriberId;

/**
 * How an address becomes a subscriber's id: records are keyed by it and must not name anybody.
 *
 * @param addressPepper keeps ids from being guessed by hashing known addresses; a changed pepper
 *     makes every address a new subscriber. Only a system that is reached from its own machine
 *     alone, as in trials, may be without one
 * @param publicUrl the address the system is reached at from outside; null in trials
 */
@ConfigurationProperties("foreningstorget")
record Addresses(@Nullable String addressPepper, @Nullable String publicUrl) {
    private static final String FOR_TRIALS = "a-pepper-for-development";

    private static final Pattern THIS_MACHINE =
            Pattern.compile("localhost|127(\\.[0-9]+){3}|\\[::1]");

    Addresses {
        if (addressPepper == null || addressPepper.isBlank()) {
            if (!isThisMachine(publicUrl)) {
                throw new IllegalStateException(
                        "foreningstorget.address-pepper is needed, a long secret that never"
                                + " changes, because foreningstorget.public-url is "
                                + publicUrl);
            }
            addressPepper = FOR_TRIALS;
        }
    }

    private static boolean isThisMachine(@Nullable String url) {
        if (url == null) {
            return true;
        }
        var host = URI.create(url).getHost();
        return host != null && THIS_MACHINE.matcher(host).matches();
    }

    SubscriberId idOf(String email) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            Objects.requireNonNull(addressPepper).getBytes(StandardCharsets.UTF_8),
                            "HmacSHA256"));
            var hash = mac.doFinal(normalised(email).getBytes(StandardCharsets.UTF_8));
            return new SubscriberId(HexFormat.of().formatHex(hash, 0, 20));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Capitals make no other mailbox, and neither does how a domain is spelled out. */
    static String normalised(String email) {
        var address = email.strip().toLowerCase(Locale.ROOT);
        int at = address.lastIndexOf('@') + 1;
        try {
            return address.substring(0, at) + IDN.toASCII(address.substring(at));
        } catch (IllegalArgumentException notADomain) {
            return address;
        }
    }
}
