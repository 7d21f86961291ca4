package se.foreningstorget.eventkit;

import org.jspecify.annotations.Nullable;

/** How handling a command ended. What could not be decided at all is an exception instead. */
public sealed interface Outcome<S> {

    /**
     * The command holds.
     *
     * @param before the state it met; null when the document began with it
     * @param changed false when it held already
     */
    record Done<S>(Stored<S> stored, @Nullable S before, boolean changed) implements Outcome<S> {}

    /** The rules refuse it. */
    record Refused<S>(Rejection reason) implements Outcome<S> {}

    /** The caller spoke of a version that no longer is. */
    record Stale<S>() implements Outcome<S> {}
}
