package se.foreningstorget.notification.newsletters;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import se.foreningstorget.contracts.notification.Newsletter;
import se.foreningstorget.contracts.notification.NewsletterEvent;
import se.foreningstorget.contracts.notification.NewsletterEvent.NewsletterSent;
import se.foreningstorget.contracts.notification.NotificationTopics;
import se.foreningstorget.contracts.notification.Subscription;
import se.foreningstorget.eventkit.read.EventReader;
import se.foreningstorget.eventkit.read.Happened;
import se.foreningstorget.notification.mail.Mails;
import se.foreningstorget.notification.subscriptions.Subscriptions;

/**
 * Each active subscriber gets one mail of an issue. A mail's id is made of the event and the
 * subscriber, so a repeat after a crash midway goes on where it broke off.
 */
@Configuration(proxyBeanMethods = false)
public class SendNewsletterToSubscribers {
    public static final String NAME = "send-newsletter-to-subscribers";

    @Bean
    Consumer<Message<byte[]>> sendNewsletterToSubscribers(
            EventReader reader,
            Subscriptions subscriptions,
            Issue issue,
            Mails mails,
            Recipients recipients) {
        return reader.reacting(
                NAME,
                NotificationTopics.NEWSLETTERS,
                happened -> send(happened, subscriptions::forEachActive, issue, mails, recipients));
    }

    static void send(
            Happened<Newsletter, NewsletterEvent> happened,
            Subscribers subscribers,
            Issue issue,
            Mails mails,
            Recipients recipients) {
        if (!(happened.event() instanceof NewsletterSent(var id, _, _, var sentAt))
                || recipients.of(id).isPresent()) {
            return;
        }
        var count = new AtomicInteger();
        subscribers.forEachActive(subscriber -> {
            if (subscribedBefore(subscriber, sentAt)) {
                mails.queue(
                        issue.to(
                                subscriber,
                                happened.state(),
                                happened.effectId() + "/" + subscriber.id()));
                count.incrementAndGet();
            }
        });
        recipients.note(id, count.get());
    }

    /** Whom an issue goes to. */
    @FunctionalInterface
    interface Subscribers {
        void forEachActive(Consumer<Subscription> reader);
    }

    /** Who came later gets the next issue: a repeat must not reach others than the first run. */
    private static boolean subscribedBefore(Subscription subscriber, Instant sentAt) {
        var consent = subscriber.consent();
        return consent != null && !consent.at().isAfter(sentAt);
    }
}
