package se.foreningstorget.web.calendar;

import org.jspecify.annotations.Nullable;

/** An event as the calendar shows it. */
record EventView(
        String id,
        @Nullable String organizer,
        @Nullable String organizerName,
        String title,
        @Nullable String description,
        @Nullable String category,
        String start,
        @Nullable String end,
        @Nullable String place,
        @Nullable Boolean free,
        @Nullable Boolean openToAll,
        @Nullable String status,
        @Nullable String reason) {
    boolean isCancelled() {
        return "cancelled".equals(status);
    }
}
