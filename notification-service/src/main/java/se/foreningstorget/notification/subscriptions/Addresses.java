package se.foreningstorget.notification.subscriptions;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import se.foreningstorget.contracts.notification.SubscriberId;

/**
 * How an address becomes a subscriber's id: records are keyed by it and must not name anybody.
 *
 * @param addressPepper keeps ids from being guessed by hashing known addresses. The default is for
 *     development; a changed pepper makes every address a new subscriber
 */
@ConfigurationProperties("foreningstorget")
record Addresses(@DefaultValue("a-pepper-for-development") String addressPepper) {

    SubscriberId idOf(String email) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            addressPepper.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
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
