package se.foreningstorget.eventkit;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A fair queue per document, kept only while someone stands in it. */
final class DocumentQueues {
    private final ConcurrentHashMap<String, Queue> queues = new ConcurrentHashMap<>();

    <T> T inTurn(String id, long deadlineNanos, Supplier<T> work) {
        var queue =
                queues.compute(
                        id,
                        (_, standing) -> {
                            var one = standing == null ? new Queue() : standing;
                            one.standing++;
                            return one;
                        });
        try {
            if (!queue.lock.tryLock(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new TryLater("busy", "too many commands are waiting for " + id, null);
            }
            try {
                return work.get();
            } finally {
                queue.lock.unlock();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TryLater("busy", "stopped while waiting for " + id, interrupted);
        } finally {
            queues.compute(id, (_, one) -> one == null || --one.standing == 0 ? null : one);
        }
    }

    int size() {
        return queues.size();
    }

    private static final class Queue {
        final ReentrantLock lock = new ReentrantLock(true);
        int standing; // guarded by the map's compute
    }
}
