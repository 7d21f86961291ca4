package se.foreningstorget.operations;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one check that goes on at a time, and what the last one found. */
final class CheckRuns {
    private static final Logger log = LoggerFactory.getLogger(CheckRuns.class);

    private final Check check;
    private final InstantSource clock;
    private Run last = new Run(null, null, null, null); // guarded by this

    CheckRuns(Check check, InstantSource clock) {
        this.check = check;
        this.clock = clock;
    }

    /**
     * A check.
     *
     * @param startedAt null when there has been none since the service started
     * @param endedAt null while it goes on
     * @param failed why it came to no result
     */
    record Run(
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            Check.@Nullable Result result,
            @Nullable String failed) {
        boolean goesOn() {
            return startedAt != null && endedAt == null;
        }
    }

    /** Starts one unless one goes on. */
    synchronized Run start() {
        if (!last.goesOn()) {
            var began = clock.instant();
            last = new Run(began, null, null, null);
            Thread.ofVirtual().name("check").start(() -> end(run(began)));
        }
        return last;
    }

    synchronized Run last() {
        return last;
    }

    private synchronized void end(Run ended) {
        last = ended;
    }

    private Run run(Instant began) {
        try {
            return new Run(began, clock.instant(), check.run(), null);
        } catch (RuntimeException | InterruptedException failed) {
            log.warn("a check came to no result", failed);
            return new Run(began, clock.instant(), null, failed.toString());
        }
    }
}
