package se.foreningstorget.eventkit;

import org.jspecify.annotations.Nullable;

/** An aggregate's rules; pure. The state is null before the first event. */
public record Decider<S, C, E>(Decide<S, C, E> decide, Evolve<S, E> evolve) {

    /** What a command comes to in a state. */
    @FunctionalInterface
    public interface Decide<S, C, E> {
        Decision<E> decide(@Nullable S state, C command);
    }

    /** The state after an event. */
    @FunctionalInterface
    public interface Evolve<S, E> {
        S evolve(@Nullable S state, E event);
    }
}
