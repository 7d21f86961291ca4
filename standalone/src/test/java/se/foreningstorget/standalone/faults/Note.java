package se.foreningstorget.standalone.faults;

import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.contracts.WireName;
import se.foreningstorget.eventkit.AggregateFactory;
import se.foreningstorget.eventkit.Aggregates;
import se.foreningstorget.eventkit.Decision;

/** A made-up aggregate in two versions: the second has one more field and one more event. */
final class Note {
    private Note() {}

    /** The state as the first version has it. */
    record Old(String text) {}

    /** The state as the second version has it. */
    record New(String text, @Nullable String colour) {}

    /** What can happen, as far as the first version knows. */
    sealed interface OldEvent {}

    /** What can happen in the second version. */
    sealed interface NewEvent {}

    /** As the first version says it. */
    @WireName("note-written")
    record OldWritten(String text) implements OldEvent {}

    /** As the second version says it. */
    @WireName("note-written")
    record NewWritten(String text) implements NewEvent {}

    /** New in the second version. */
    @WireName("note-coloured")
    record Coloured(String colour) implements NewEvent {}

    static Topic<Old, OldEvent> oldTopic(String owner) {
        return Topic.of(owner + ".notes", Old.class, OldEvent.class);
    }

    static Topic<New, NewEvent> newTopic(String owner) {
        return Topic.of(owner + ".notes", New.class, NewEvent.class);
    }

    static Aggregates<Old, String, OldEvent> oldOnes(AggregateFactory factory, String owner) {
        return factory.over(
                oldTopic(owner),
                1,
                (_, text) -> Decision.accept(new OldWritten(text)),
                (_, event) ->
                        switch (event) {
                            case OldWritten(var text) -> new Old(text);
                        });
    }

    /** A command that begins with {@code #} colours, any other writes. */
    static Aggregates<New, String, NewEvent> newOnes(AggregateFactory factory, String owner) {
        return factory.over(
                newTopic(owner),
                2,
                (_, command) ->
                        command.startsWith("#")
                                ? Decision.accept(new Coloured(command))
                                : Decision.accept(new NewWritten(command)),
                (note, event) ->
                        switch (event) {
                            case NewWritten(var text) ->
                                    new New(text, note == null ? null : note.colour());
                            case Coloured(var colour) ->
                                    new New(note == null ? "" : note.text(), colour);
                        });
    }
}
