package se.foreningstorget.contracts.notification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An issue of the newsletter.
 *
 * @param text the editor's words, plain text
 * @param daysAhead how many days of coming events go with it
 * @param events the coming events as they stood when it was sent; empty in a draft
 */
public record Newsletter(
        NewsletterId id,
        String subject,
        String text,
        int daysAhead,
        NewsletterStatus status,
        List<ComingEvent> events,
        Instant composedAt,
        @Nullable Instant sentAt) {
    public Newsletter {
        events = events == null ? List.of() : List.copyOf(events);
    }
}
