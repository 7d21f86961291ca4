package se.foreningstorget.eventkit.watch;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that is looked at when figures are asked for, and not too often: a service nobody
 * watches pays nothing. What cannot be had in time is answered with the last look, whose age tells.
 */
final class Look {
    private static final Logger log = LoggerFactory.getLogger(Look.class);

    private final String part;
    private final Runnable looking;
    private final WatchSettings settings;
    private final Executor threads;
    private CompletableFuture<Boolean> latest = CompletableFuture.completedFuture(true);
    private long begun;
    private volatile long succeeded = System.nanoTime();

    Look(String part, WatchSettings settings, Runnable looking) {
        this.part = part;
        this.looking = looking;
        this.settings = settings;
        this.threads =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("watch-" + part + "-", 0).factory());
        this.begun = System.nanoTime() - settings.every().toNanos();
    }

    String part() {
        return part;
    }

    /** Looks unless that was done a moment ago; only the first who asks waits. */
    synchronized void fresh() {
        long now = System.nanoTime();
        if (now - begun < settings.every().toNanos() || !latest.isDone()) {
            return;
        }
        begun = now;
        latest = CompletableFuture.supplyAsync(this::succeeds, threads);
        try {
            latest.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException goesOn) {
            log.debug("{} takes long to look at", part);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** How old the figures are. */
    double ageSeconds() {
        return Duration.ofNanos(System.nanoTime() - succeeded).toMillis() / 1e3;
    }

    private boolean succeeds() {
        try {
            looking.run();
            succeeded = System.nanoTime();
            return true;
        } catch (RuntimeException away) {
            log.debug("{} could not be looked at", part, away);
            return false;
        }
    }
}
