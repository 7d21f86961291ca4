package se.foreningstorget.calendar.events;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;
import se.foreningstorget.contracts.calendar.EventCategory;
import se.foreningstorget.contracts.calendar.EventStatus;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.eventkit.web.OneOf;
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
        @Nullable List<@OneOf(EventCategory.class) String> category,
        @Nullable List<AssociationId> organizer,
        @Nullable List<@OneOf(words = {"true", "false", "unknown"}) String> free,
        @BindParam("open-to-all")
                @Nullable List<@OneOf(words = {"true", "false", "unknown"}) String> openToAll,
        @Nullable List<@OneOf(EventStatus.class) String> status) {

    public Query query() {
        return Query.of(q)
                .where("category", category)
                .where("organizer", organizers())
                .where("free", free)
                .where("open-to-all", openToAll)
                .where("status", status);
    }

    boolean hasText() {
        return q != null && !q.isBlank();
    }

    private List<String> organizers() {
        return organizer == null
                ? List.of()
                : organizer.stream().map(AssociationId::value).toList();
    }
}
