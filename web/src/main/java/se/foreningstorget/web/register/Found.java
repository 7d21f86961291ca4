package se.foreningstorget.web.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.web.api.AssociationView;
import se.foreningstorget.web.api.Listing;

/**
 * What the search found.
 *
 * @param all the same words without the choices
 * @param first the address of the first page; null there
 * @param next the address of the next page; null on the last
 */
record Found(
        Listing<AssociationView> list,
        String q,
        List<String> tags,
        List<String> kinds,
        List<Choice> byTag,
        List<Choice> byKind,
        String all,
        @Nullable String first,
        @Nullable String next) {

    /** A filter: its name, how many it leaves, and the address with or without it. */
    record Choice(String name, long count, String href, boolean chosen) {}

    boolean isNarrowed() {
        return !tags.isEmpty() || !kinds.isEmpty();
    }

    boolean isFiltered() {
        return !q.isBlank() || isNarrowed();
    }
}
