package se.foreningstorget.eventkit.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What every list takes.
 *
 * @param q free text; null or blank: everything
 * @param limit items a page, 20 when not said
 * @param cursor {@code next} of the page before
 */
public record PageRequest(
        @Nullable @Size(max = 1_000) String q,
        @Nullable @Min(1) @Max(200) Integer limit,
        @Nullable @Size(max = 2_000) String cursor) {

    public int size() {
        return limit == null ? 20 : limit;
    }
}
