package se.foreningstorget.notification.newsletters;

import java.time.Instant;
import java.util.List;
import se.foreningstorget.contracts.notification.ComingEvent;
import se.foreningstorget.contracts.notification.NewsletterId;

/** What can be asked of an issue. */
sealed interface NewsletterCommand {
    /** Write it, or rewrite it. */
    record Compose(
            NewsletterId id, String subject, String text, int daysAhead, String by, Instant now)
            implements NewsletterCommand {}

    /**
     * Let it go out.
     *
     * @param events the coming ones, as they stand
     */
    record Send(NewsletterId id, List<ComingEvent> events, String by, Instant now)
            implements NewsletterCommand {}
}
