package se.foreningstorget.register.leads;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What a link carries so that its holder may do what it is for. */
final class Key {
    /** The header a key is sent in. */
    static final String HEADER = "Lead-Key";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private Key() {}

    static String fresh() {
        var key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    /** Takes as long for a near miss as for a far one. */
    static boolean fits(@Nullable String given, String key) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8),
                        key.getBytes(StandardCharsets.UTF_8));
    }
}
