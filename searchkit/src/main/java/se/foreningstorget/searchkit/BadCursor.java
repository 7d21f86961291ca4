package se.foreningstorget.searchkit;

import org.jspecify.annotations.Nullable;

/** A cursor that this catalogue did not give, or gave for another order: the caller's mistake. */
final class BadCursor extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadCursor(String why, @Nullable Throwable cause) {
        super(why, cause);
    }

    BadCursor(String why) {
        this(why, null);
    }
}
