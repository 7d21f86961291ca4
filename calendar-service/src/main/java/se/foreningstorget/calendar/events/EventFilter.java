package se.foreningstorget.calendar.events;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;
import se.foreningstorget.searchkit.Query;

/**
 * Which events are wanted; any of the values of a filter, all of the filters.
 *
 * @param free {@code true}, {@code false} or {@code unknown} (not said)
 * @param openToAll the same
 * @param status {@code scheduled} or {@code cancelled}
 */
public record EventFilter(
        @Nullable @Size(max = 1_000) String q,
        @Nullable List<String> category,
        @Nullable List<String> organizer,
        @Nullable List<String> free,
        @BindParam("open-to-all") @Nullable List<String> openToAll,
        @Nullable List<String> status) {

    public Query query() {
        return Query.of(q)
                .where("category", values(category))
                .where("organizer", values(organizer))
                .where("free", values(free))
                .where("open-to-all", values(openToAll))
                .where("status", values(status));
    }

    boolean hasText() {
        return q != null && !q.isBlank();
    }

    /** A filter left empty, as forms do, is no filter. */
    private static List<String> values(@Nullable List<String> given) {
        return given == null ? List.of() : given.stream().filter(it -> !it.isBlank()).toList();
    }
}
