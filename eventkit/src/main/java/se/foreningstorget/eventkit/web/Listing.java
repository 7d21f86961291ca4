package se.foreningstorget.eventkit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param total how many there are in all
 * @param next the cursor of the next page; null on the last
 * @param counts per filter and value, how many of the whole; null where the list has no filters
 */
public record Listing<T>(
        List<T> items,
        long total,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next,
        @Nullable Map<String, Map<String, Long>> counts) {
    public static <T> Listing<T> of(List<T> items, long total, @Nullable String next) {
        return new Listing<>(items, total, next, null);
    }
}
