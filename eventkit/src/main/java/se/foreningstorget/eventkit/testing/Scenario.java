package se.foreningstorget.eventkit.testing;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.eventkit.Decider;
import se.foreningstorget.eventkit.Decision;
import se.foreningstorget.eventkit.Rejection;

/** Given events, when a command, then events or a rejection: a rule's test in one sentence. */
public final class Scenario<S, C, E> {
    private final Decider<S, C, E> decider;
    private final List<E> past;

    public Scenario(Decider.Decide<S, C, E> decide, Decider.Evolve<S, E> evolve) {
        this(new Decider<>(decide, evolve), List.of());
    }

    private Scenario(Decider<S, C, E> decider, List<E> past) {
        this.decider = decider;
        this.past = past;
    }

    @SafeVarargs
    public final Scenario<S, C, E> given(E... events) {
        return new Scenario<>(decider, List.of(events));
    }

    public Then when(C command) {
        return new Then(decider.decide().decide(state(past), command));
    }

    private @Nullable S state(List<E> events) {
        S state = null;
        for (E event : events) {
            state = decider.evolve().evolve(state, event);
        }
        return state;
    }

    /** What the command came to. */
    public final class Then {
        private final Decision<E> decision;

        private Then(Decision<E> decision) {
            this.decision = decision;
        }

        @SafeVarargs
        public final void thenHappened(E... events) {
            expect(Decision.accept(events));
        }

        public void thenRejected(Rejection reason) {
            expect(Decision.reject(reason));
        }

        public void thenUnchanged() {
            expect(Decision.unchanged());
        }

        /** The state the command leads to; an AssertionError when it was refused. */
        public S state() {
            var events = new java.util.ArrayList<>(past);
            if (decision instanceof Decision.Accepted<E>(var accepted)) {
                events.addAll(accepted);
            } else {
                throw new AssertionError("expected events, but was " + decision);
            }
            return Objects.requireNonNull(Scenario.this.state(events));
        }

        private void expect(Decision<E> expected) {
            if (!decision.equals(expected)) {
                throw new AssertionError("expected " + expected + "\n but was " + decision);
            }
        }
    }
}
