package se.foreningstorget.web.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next the cursor of the next page; null on the last
 * @param counts per filter and value, how many
 */
public record Listing<T>(
        List<T> items, long total, @Nullable String next, Map<String, Map<String, Long>> counts) {
    public Listing {
        items = items == null ? List.of() : items;
        counts = counts == null ? Map.of() : counts;
    }
}
