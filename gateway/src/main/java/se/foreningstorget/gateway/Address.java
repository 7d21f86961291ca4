package se.foreningstorget.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * The path of a request goes on as it came, so it must mean the same to the door and to every
 * service: paths that servers read in more than one way are not taken.
 */
final class Address {
    private Address() {}

    /**
     * @param path as sent, still encoded
     */
    static void check(String path) {
        if (!path.startsWith("/")) {
            throw Refusal.of(Fault.BAD_ADDRESS);
        }
        var segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            if (ambiguous(segments[i]) || (segments[i].isEmpty() && !last)) {
                throw Refusal.of(Fault.BAD_ADDRESS);
            }
        }
    }

    private static boolean ambiguous(String segment) {
        if (segment.indexOf('%') < 0 && segment.indexOf(';') < 0 && segment.indexOf('.') < 0) {
            return segment.indexOf('\\') >= 0;
        }
        String plain;
        try {
            plain = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return true;
        }
        return plain.equals(".")
                || plain.equals("..")
                || plain.chars()
                        .anyMatch(c -> c == '/' || c == '\\' || c == ';' || c < ' ' || c == 127);
    }

    /** As much of a path as may be logged: what follows can be a key that opens something. */
    static String beginning(String path) {
        int segments = path.startsWith("/api/") ? 4 : 1;
        int end = 0;
        while (segments > 0 && end >= 0) {
            end = path.indexOf('/', end + 1);
            segments--;
        }
        return end < 0 ? path : path.substring(0, end) + "/…";
    }
}
