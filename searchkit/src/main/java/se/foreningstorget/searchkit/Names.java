package se.foreningstorget.searchkit;

/** What the parts of an entry are called in the index. */
final class Names {
    static final String ID = "id";
    static final String KEYS = "keys";
    static final String SHOWN = "shown";

    private Names() {}

    static String facet(String field) {
        return "facet." + field;
    }

    static String sortable(String field) {
        return "sort." + field;
    }

    static String number(String field) {
        return "number." + field;
    }
}
