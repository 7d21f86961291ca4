package se.foreningstorget.eventkit.read;

/** Does something once about an event; its effect carries {@link Happened#effectId()}. */
@FunctionalInterface
public interface Reaction<S, E> {
    void to(Happened<S, E> happened);
}
