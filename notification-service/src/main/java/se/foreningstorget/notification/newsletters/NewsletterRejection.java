package se.foreningstorget.notification.newsletters;

import se.foreningstorget.eventkit.Rejection;

/** Why something cannot be done with an issue. */
enum NewsletterRejection implements Rejection {
    /** It is in people's mailboxes: another issue must say what this one got wrong. */
    NEWSLETTER_SENT_ALREADY,
    /** Nobody has written it. */
    NO_SUCH_NEWSLETTER
}
