package se.foreningstorget.searchkit;

/** The order of the hits; entries equal in it follow by id. */
public sealed interface Order {
    /** Best match first; when nothing was asked for, by id. */
    Order RELEVANCE = new Relevance();

    /** A to Ö by a sortable field. */
    static Order alphabetical(String field) {
        return new Alphabetical(field);
    }

    /** Smallest first by a number field, of several numbers the smallest. */
    static Order ascending(String field) {
        return new ByNumber(field, false);
    }

    /** Greatest first by a number field, of several numbers the greatest. */
    static Order descending(String field) {
        return new ByNumber(field, true);
    }

    /** Best match first. */
    record Relevance() implements Order {}

    /** Swedish alphabetical order of a sortable field. */
    record Alphabetical(String field) implements Order {}

    /** Order of a number field. */
    record ByNumber(String field, boolean descending) implements Order {}
}
