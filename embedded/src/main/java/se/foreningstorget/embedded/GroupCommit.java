package se.foreningstorget.embedded;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Lets nobody see an answer before what it tells of is in the file, and lets writers who come
 * together share one commit.
 */
final class GroupCommit {
    /*
     * Writers hold `writing` shared while they change the maps; a commit holds it alone, so the file
     * never has half a write (a document without its index entry). Each write draws a ticket before
     * it changes anything. A commit covers every ticket drawn when it has `writing` alone. Whoever
     * needs a ticket covered queues for `committing`: the first one in commits for all who drew
     * theirs meanwhile, and they find it done when their turn comes. Readers too wait for the tickets
     * drawn so far: an answer built on a write that a crash then loses would be a lie, and events
     * are sent on such answers.
     */
    private final ReentrantReadWriteLock writing = new ReentrantReadWriteLock();
    private final ReentrantLock committing = new ReentrantLock(true);
    private final AtomicLong drawn = new AtomicLong();
    private final Runnable commit;
    private final Runnable sync;
    private volatile long covered;

    GroupCommit(Runnable commit, Runnable sync) {
        this.commit = commit;
        this.sync = sync;
    }

    /** Runs a write and returns, or throws, when it is in the file. */
    <T> T write(Supplier<T> write) {
        try {
            return apply(write);
        } finally {
            cover(drawn.get());
        }
    }

    /** Runs a read and returns when everything it may have seen is in the file. */
    <T> T read(Supplier<T> read) {
        var result = read.get();
        cover(drawn.get());
        return result;
    }

    /** Runs a change that need not be in the file when this returns. */
    <T> T apply(Supplier<T> write) {
        writing.readLock().lock();
        try {
            drawn.incrementAndGet();
            return write.get();
        } finally {
            writing.readLock().unlock();
        }
    }

    /** Runs something while nobody writes and nobody commits. */
    void alone(Runnable work) {
        committing.lock();
        try {
            writing.writeLock().lock();
            try {
                work.run();
            } finally {
                writing.writeLock().unlock();
            }
        } finally {
            committing.unlock();
        }
    }

    /** How many writes there were, as a measure of what there is to tidy up. */
    long writes() {
        return drawn.get();
    }

    private void cover(long ticket) {
        if (covered >= ticket) {
            return;
        }
        committing.lock();
        try {
            if (covered < ticket) {
                covered = commitAll();
            }
        } finally {
            committing.unlock();
        }
    }

    // The slow part, waiting for the disk, lets the next writers change the maps meanwhile.
    private long commitAll() {
        long reached;
        writing.writeLock().lock();
        try {
            reached = drawn.get();
            commit.run();
        } finally {
            writing.writeLock().unlock();
        }
        sync.run();
        return reached;
    }
}
