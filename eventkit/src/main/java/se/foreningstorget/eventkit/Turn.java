package se.foreningstorget.eventkit;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One command's turn at a document, and what it must remember between its tries. */
final class Turn<S, E> {
    final String id;
    final long end;
    final String nonce = UUID.randomUUID().toString();
    private final AggregateStore<S, E> store;
    private final Duration attempt;
    private AggregateStore.@Nullable Found<S> met; // by the latest write
    private boolean uncertain; // whether a write upon `met` happened

    /**
     * @param end when it must be over, in the nanoseconds of {@link System#nanoTime()}
     * @param attempt the most that one call of the store may take of it
     */
    Turn(AggregateStore<S, E> store, String id, long end, Duration attempt) {
        this.store = store;
        this.id = id;
        this.end = end;
        this.attempt = attempt;
    }

    AggregateStore.@Nullable Found<S> load() {
        return store.load(id, left());
    }

    boolean writes(AggregateStore.@Nullable Found<S> found, AggregateStore.Next<S> next) {
        boolean before = uncertain;
        met = found;
        uncertain = true;
        boolean written = store.write(found, next, left());
        uncertain = before;
        return written;
    }

    /**
     * Whether our write is in what was found. Its nonce is gone when others wrote much since: then
     * nobody can tell, and deciding again could do it twice.
     */
    boolean isDoneIn(AggregateStore.Found<S> found) {
        if (found.nonces().contains(nonce)) {
            return true;
        }
        long since = found.version() - (met == null ? 0 : met.version());
        if (uncertain && since > AggregateStore.NONCES_KEPT) {
            throw new TryLater("busy", "whether " + id + " was changed is unknown", null);
        }
        uncertain &= since == 0; // a write upon an older version can happen no more
        return false;
    }

    Outcome<S> done(Stored<S> stored) {
        return new Outcome.Done<>(stored, met == null ? null : met.state(), true);
    }

    private Duration left() {
        var left = Duration.ofNanos(end - System.nanoTime());
        return left.compareTo(attempt) < 0 ? left : attempt;
    }
}
