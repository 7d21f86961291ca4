package se.foreningstorget.eventkit.retention;

import java.util.List;

/** The kinds of record that one room of the service keeps. */
public record Kinds(List<Kind> all) {
    public Kinds {
        all = List.copyOf(all);
    }

    public static Kinds of(Kind... kinds) {
        return new Kinds(List.of(kinds));
    }
}
