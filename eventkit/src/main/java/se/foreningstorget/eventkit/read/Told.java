package se.foreningstorget.eventkit.read;

import java.util.Arrays;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/** Trouble with a record as a log may have it: what it is and where, never what the record says. */
final class Told {
    private static final int FRAMES = 3;

    private Told() {}

    static String of(Throwable trouble) {
        var root = trouble;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var at =
                root instanceof JacksonException unreadable
                        ? unreadable.getPathReference()
                        : Arrays.stream(root.getStackTrace())
                                .limit(FRAMES)
                                .map(StackTraceElement::toString)
                                .collect(Collectors.joining(" < "));
        return root.getClass().getSimpleName() + " at " + at;
    }
}
