package se.foreningstorget.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The W3C trace context of a request: the caller's own, or one begun here. */
final class Trace {
    static final String HEADER = "traceparent";
    static final String ATTRIBUTE = Trace.class.getName();

    private static final Pattern SHAPE =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private Trace() {}

    static String of(HttpServletRequest request) {
        var given = request.getHeader(HEADER);
        return given != null && SHAPE.matcher(given).matches() ? given : begun();
    }

    private static String begun() {
        var random = new byte[24];
        ThreadLocalRandom.current().nextBytes(random);
        var hex = HexFormat.of();
        return "00-" + hex.formatHex(random, 0, 16) + "-" + hex.formatHex(random, 16, 24) + "-01";
    }
}
