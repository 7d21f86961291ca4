package se.foreningstorget.eventkit.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import se.foreningstorget.eventkit.StartOrder;

/**
 * Disposes of what is due. What is due lies in memory, ordered by time: a feed tells of every
 * document at the start and of every change, and with it when its time will be up. The decision is
 * the document's own, so an entry that is out of date, or on two instances at once, does nothing.
 * Records that no feed tells of are swept, at the start and once a day.
 */
public final class DisposalClock implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(DisposalClock.class);
    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final Duration SWEEPS = Duration.ofDays(1);

    private final InstantSource clock;
    private final Duration round;
    private final TreeSet<Due> queue =
            new TreeSet<>(Comparator.comparing(Due::at).thenComparing(Due::key));
    private final Map<String, Due> expected = new HashMap<>();
    private final List<Consumer<Instant>> sweeps = new ArrayList<>();
    private volatile @Nullable ScheduledExecutorService thread;
    private Instant nextSweep = Instant.MIN; // the thread's alone

    DisposalClock(InstantSource clock, Duration round) {
        this.clock = clock;
        this.round = round;
    }

    private record Due(Instant at, String key, Runnable disposal) {}

    /**
     * Says when a document's time is up, in place of what was said of it before.
     *
     * @param at null: never, as things stand
     * @param disposal does nothing when it is not due after all; what it throws has it tried again
     */
    public synchronized void expect(String key, @Nullable Instant at, Runnable disposal) {
        var before = expected.remove(key);
        if (before != null) {
            queue.remove(before);
        }
        if (at != null) {
            var due = new Due(at, key, disposal);
            expected.put(key, due);
            queue.add(due);
        }
    }

    /** Has something looked through for what is due at the moment it is given. */
    public synchronized void sweep(Consumer<Instant> sweep) {
        sweeps.add(sweep);
    }

    /** Disposes of all that is due now; what fails is tried again later. */
    void round() {
        var now = clock.instant();
        for (var due = next(now); due != null; due = next(now)) {
            if (!isDone(due.key(), due.disposal())) {
                putBack(due, now.plus(AGAIN));
            }
        }
        if (!now.isBefore(nextSweep)) {
            boolean all = true;
            for (var sweep : sweeps()) {
                all &= isDone("a sweep", () -> sweep.accept(now));
            }
            nextSweep = now.plus(all ? SWEEPS : AGAIN);
        }
    }

    private static boolean isDone(String what, Runnable disposal) {
        try {
            disposal.run();
            return true;
        } catch (RuntimeException later) {
            log.warn("{} is disposed of later: {}", what, later.toString());
            return false;
        }
    }

    private synchronized @Nullable Due next(Instant now) {
        if (queue.isEmpty() || queue.first().at().isAfter(now)) {
            return null;
        }
        var due = queue.pollFirst();
        if (due != null) {
            expected.remove(due.key());
        }
        return due;
    }

    /** Unless something newer was said of it meanwhile. */
    private synchronized void putBack(Due due, Instant at) {
        if (!expected.containsKey(due.key())) {
            expect(due.key(), at, due.disposal());
        }
    }

    private synchronized List<Consumer<Instant>> sweeps() {
        return List.copyOf(sweeps);
    }

    @Override
    public void start() {
        var started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("disposal").factory());
        started.scheduleWithFixedDelay(
                this::round, round.toMillis(), round.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    @Override
    public void stop() {
        var started = thread;
        thread = null;
        if (started != null) {
            started.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** After the feeds began to tell it, and stopped before them. */
    @Override
    public int getPhase() {
        return StartOrder.FEEDS + 1;
    }
}
