package se.foreningstorget.embedded;

import java.util.List;

/** The loggers of the embedded servers, which say much that nobody needs below WARN. */
public final class NoisyLoggers {
    /** To be set to WARN before the first server starts. */
    public static final List<String> NAMES =
            List.of(
                    "kafka",
                    "org.apache.kafka",
                    "state.change.logger",
                    "de.bwaldvogel.mongo",
                    "io.netty",
                    "org.subethamail");

    private NoisyLoggers() {}
}
