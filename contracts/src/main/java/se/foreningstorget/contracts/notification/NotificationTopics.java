package se.foreningstorget.contracts.notification;

import java.util.List;
import se.foreningstorget.contracts.Topic;

/** The topics notification-service owns. */
public final class NotificationTopics {
    /** Personal. Copied by: notification (index, mails). */
    public static final Topic<Subscription, SubscriptionEvent> SUBSCRIPTIONS =
            Topic.personal(
                    "notification.subscriptions", Subscription.class, SubscriptionEvent.class);

    public static final Topic<Newsletter, NewsletterEvent> NEWSLETTERS =
            Topic.of("notification.newsletters", Newsletter.class, NewsletterEvent.class);

    public static final List<Topic<?, ?>> ALL = List.of(SUBSCRIPTIONS, NEWSLETTERS);

    private NotificationTopics() {}
}
