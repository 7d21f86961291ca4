package se.foreningstorget.embedded;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rewrites the emptiest parts of the store's file now and then, so that it does not grow. */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final int FILL_PERCENT = 60;
    private static final int AT_A_TIME = 1024 * 1024;

    private final MVStore maps;
    private final GroupCommit commits;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("store-housekeeping").factory());
    private long seen;

    private Housekeeping(MVStore maps, GroupCommit commits) {
        this.maps = maps;
        this.commits = commits;
    }

    static Housekeeping every(Duration pause, MVStore maps, GroupCommit commits) {
        var housekeeping = new Housekeeping(maps, commits);
        var ignored =
                housekeeping.clock.scheduleWithFixedDelay(
                        housekeeping::tidy,
                        pause.toMillis(),
                        pause.toMillis(),
                        TimeUnit.MILLISECONDS);
        return housekeeping;
    }

    // A round moves little, so that writers wait a few milliseconds at most.
    private void tidy() {
        try {
            var writes = commits.writes();
            if (writes != seen) {
                seen = writes;
                commits.alone(this::rewriteTheEmptiest);
            }
        } catch (RuntimeException e) {
            LOG.warn("The store's file could not be tidied up this time", e);
        }
    }

    private void rewriteTheEmptiest() {
        if (maps.compact(FILL_PERCENT, AT_A_TIME)) {
            maps.commit();
        }
    }

    @Override
    public void close() {
        clock.close();
    }
}
