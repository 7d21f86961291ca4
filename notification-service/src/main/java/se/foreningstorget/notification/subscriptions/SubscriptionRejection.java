package se.foreningstorget.notification.subscriptions;

import se.foreningstorget.eventkit.Rejection;

/** Why a link from a mail does nothing. */
enum SubscriptionRejection implements Rejection {
    /** No subscription has that key, or not any more. */
    UNKNOWN_LINK
}
