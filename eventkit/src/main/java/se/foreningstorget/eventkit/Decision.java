package se.foreningstorget.eventkit;

import java.util.List;

/** What a command comes to: events, a refusal, or nothing new. */
public sealed interface Decision<E> {

    /** It happens; at least one event. */
    record Accepted<E>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
            if (events.isEmpty()) {
                throw new IllegalArgumentException("accepted without an event: say unchanged()");
            }
        }
    }

    /** It does not happen, for a reason the caller is told. */
    record Rejected<E>(Rejection reason) implements Decision<E> {}

    /** It has happened already: a repeat is harmless. */
    record Unchanged<E>() implements Decision<E> {}

    @SafeVarargs
    static <E> Decision<E> accept(E... events) {
        return new Accepted<>(List.of(events));
    }

    static <E> Decision<E> reject(Rejection reason) {
        return new Rejected<>(reason);
    }

    static <E> Decision<E> unchanged() {
        return new Unchanged<>();
    }
}
