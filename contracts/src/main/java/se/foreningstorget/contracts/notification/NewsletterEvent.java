package se.foreningstorget.contracts.notification;

import java.time.Instant;
import java.util.List;
import se.foreningstorget.contracts.WireName;

/** What can have happened to an issue. */
public sealed interface NewsletterEvent {
    NewsletterId id();

    Instant at();

    /** Staff wrote or rewrote it. */
    @WireName("newsletter-composed")
    record NewsletterComposed(
            NewsletterId id, String subject, String text, int daysAhead, String by, Instant at)
            implements NewsletterEvent {}

    /** It goes out, with the coming events as they stand. */
    @WireName("newsletter-sent")
    record NewsletterSent(NewsletterId id, List<ComingEvent> events, String by, Instant at)
            implements NewsletterEvent {
        public NewsletterSent {
            events = List.copyOf(events);
        }
    }
}
