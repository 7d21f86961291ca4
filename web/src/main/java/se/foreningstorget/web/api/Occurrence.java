package se.foreningstorget.web.api;

import org.jspecify.annotations.Nullable;

/** One time something happens. */
public record Occurrence(
        String event,
        String title,
        @Nullable String organizer,
        @Nullable String organizerName,
        @Nullable String category,
        String start,
        @Nullable String end,
        @Nullable String place,
        @Nullable Boolean free,
        @Nullable Boolean openToAll,
        @Nullable String status,
        @Nullable String reason) {
    public boolean isCancelled() {
        return "cancelled".equals(status);
    }
}
