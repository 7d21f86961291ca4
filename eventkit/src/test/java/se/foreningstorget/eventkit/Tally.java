package se.foreningstorget.eventkit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.contracts.WireName;

/** A made-up aggregate: counts to a hundred, each step asked for by its own id. */
record Tally(long count, List<String> steps, String note) {

    sealed interface Command {
        record Count(String step) implements Command {}

        record Annotate(String note) implements Command {}
    }

    sealed interface Event {
        @WireName("counted")
        record Counted(String step) implements Event {}

        @WireName("annotated")
        record Annotated(String note) implements Event {}
    }

    enum No implements Rejection {
        ENOUGH
    }

    static Decision<Event> decide(@Nullable Tally tally, Command command) {
        return switch (command) {
            case Command.Count(var step) when tally != null && tally.steps().contains(step) ->
                    Decision.unchanged();
            case Command.Count _ when tally != null && tally.count() == 100 ->
                    Decision.reject(No.ENOUGH);
            case Command.Count(var step) -> Decision.accept(new Event.Counted(step));
            case Command.Annotate(var note) -> Decision.accept(new Event.Annotated(note));
        };
    }

    static Tally evolve(@Nullable Tally tally, Event event) {
        var before = tally == null ? new Tally(0, List.of(), "") : tally;
        return switch (event) {
            case Event.Counted(var step) -> {
                var steps = new java.util.ArrayList<>(before.steps());
                steps.add(step);
                yield new Tally(before.count() + 1, List.copyOf(steps), before.note());
            }
            case Event.Annotated(var note) -> new Tally(before.count(), before.steps(), note);
        };
    }

    /** A topic nobody else uses. */
    static Topic<Tally, Event> topic() {
        return Topic.of(
                "kit.tallies-" + UUID.randomUUID().toString().substring(0, 8),
                Tally.class,
                Event.class);
    }
}
