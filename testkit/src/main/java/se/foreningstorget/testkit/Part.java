package se.foreningstorget.testkit;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A server that starts when it is first asked for and comes back on the same port. */
final class Part<T extends Part.Server> implements AutoCloseable {
    /** Something that runs and listens on a port. */
    interface Server extends AutoCloseable {
        int port();

        @Override
        void close();
    }

    private final IntFunction<T> starter;
    private @Nullable T known;
    private boolean running;

    /** The starter gets the port to use, 0 the first time. */
    Part(IntFunction<T> starter) {
        this.starter = starter;
    }

    /** The server, started now when it never was; one that was stopped stays so. */
    synchronized T get() {
        return known == null ? start() : known;
    }

    synchronized T start() {
        if (known != null && running) {
            return known;
        }
        var started = starter.apply(known == null ? 0 : known.port());
        known = started;
        running = true;
        return started;
    }

    @Override
    public synchronized void close() {
        if (known != null && running) {
            running = false;
            known.close();
        }
    }
}
