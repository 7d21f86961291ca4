package se.foreningstorget.eventkit.web;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import se.foreningstorget.eventkit.read.Feed;

/**
 * What a caller has seen and expects to find again: the {@code Seen} header of an earlier reply.
 */
public final class Seen {
    /** Says {@code true} on a reply that may not show the caller's own write yet. */
    public static final String STALE = "Possibly-Stale";

    private static final Pattern SHAPE = Pattern.compile("(.{1,200})@([0-9]{1,18})");
    private static final Duration MOST = Duration.ofSeconds(1);

    private Seen() {}

    /** Waits for it a second at most; false when the answer may be stale. */
    public static boolean await(@Nullable String header, Feed<?> feed) {
        if (header == null) {
            return feed.isCaughtUp();
        }
        var said = SHAPE.matcher(header);
        return !said.matches()
                || feed.awaitSeen(said.group(1), Long.parseLong(said.group(2)), MOST);
    }

    /** An answer that says so when it may be stale. */
    public static ResponseEntity.BodyBuilder mark(boolean fresh) {
        var reply = ResponseEntity.ok();
        return fresh ? reply : reply.header(STALE, "true");
    }
}
