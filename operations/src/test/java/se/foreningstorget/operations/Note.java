package se.foreningstorget.operations;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.contracts.WireName;
import se.foreningstorget.eventkit.Decision;

/** A made-up aggregate: a text that is written over. */
record Note(String text) {

    sealed interface Event {
        @WireName("noted")
        record Noted(String text) implements Event {}
    }

    static Decision<Event> decide(@Nullable Note note, String text) {
        return note != null && note.text().equals(text)
                ? Decision.unchanged()
                : Decision.accept(new Event.Noted(text));
    }

    static Note evolve(@Nullable Note note, Event event) {
        return switch (event) {
            case Event.Noted(var text) -> new Note(text);
        };
    }

    /** A topic nobody else uses. */
    static Topic<Note, Event> topic() {
        return Topic.of(
                "kit.notes-" + UUID.randomUUID().toString().substring(0, 8),
                Note.class,
                Event.class);
    }
}
