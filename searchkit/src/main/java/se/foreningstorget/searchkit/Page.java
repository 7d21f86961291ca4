package se.foreningstorget.searchkit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of an answer.
 *
 * @param items the hits of this page, in order
 * @param total how many hits there are on all pages
 * @param next the cursor of the next page, or null when this is the last
 * @param counts for each facet how many hits each value has, most first; a facet that is filtered
 *     is counted as if its own filter were off, so that one sees what another choice would give
 */
public record Page(
        List<Hit> items, long total, @Nullable String next, Map<String, Map<String, Long>> counts) {
    public Page {
        items = List.copyOf(items);
    }
}
