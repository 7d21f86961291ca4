package se.foreningstorget.eventkit;

import org.jspecify.annotations.Nullable;

/**
 * What the caller believes of the addressed resource; judged only when the command would change
 * something.
 */
@FunctionalInterface
public interface Precondition<S> {
    boolean holds(@Nullable S state);

    static <S> Precondition<S> none() {
        return _ -> true;
    }
}
