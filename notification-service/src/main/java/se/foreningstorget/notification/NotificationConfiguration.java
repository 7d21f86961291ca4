package se.foreningstorget.notification;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import se.foreningstorget.contracts.calendar.CalendarTopics;
import se.foreningstorget.contracts.notification.NotificationTopics;
import se.foreningstorget.contracts.register.RegisterTopics;
import se.foreningstorget.eventkit.EventkitSettings;
import se.foreningstorget.eventkit.TopicKeeper;
import se.foreningstorget.eventkit.retention.RetentionConfiguration;
import se.foreningstorget.notification.events.EventsProjection;
import se.foreningstorget.notification.leads.TellAssociationsThatALeadWaits;
import se.foreningstorget.notification.leads.TellAssociationsThatALeadWasWithdrawn;
import se.foreningstorget.notification.leads.TellResidentWhatBecameOfTheLead;
import se.foreningstorget.notification.mail.MailConfiguration;
import se.foreningstorget.notification.newsletters.NewsletterConfiguration;
import se.foreningstorget.notification.newsletters.SendNewsletterToSubscribers;
import se.foreningstorget.notification.subscriptions.AskMailboxToConfirm;
import se.foreningstorget.notification.subscriptions.SubscriptionConfiguration;

/** The service's rooms, and the topics it owns and reads. */
@Configuration(proxyBeanMethods = false)
@Import({
    MailConfiguration.class,
    SubscriptionConfiguration.class,
    NewsletterConfiguration.class,
    RetentionConfiguration.class,
    EventsProjection.class,
    TellAssociationsThatALeadWaits.class,
    TellAssociationsThatALeadWasWithdrawn.class,
    TellResidentWhatBecameOfTheLead.class
})
class NotificationConfiguration {

    @Bean
    TopicKeeper topics(EventkitSettings settings) {
        return new TopicKeeper(settings.kafka(), settings.replication())
                .owning(NotificationTopics.ALL)
                .parking(CalendarTopics.EVENTS, EventsProjection.GROUP)
                .parking(RegisterTopics.LEADS, TellAssociationsThatALeadWaits.NAME)
                .parking(RegisterTopics.LEADS, TellAssociationsThatALeadWasWithdrawn.NAME)
                .parking(RegisterTopics.LEADS, TellResidentWhatBecameOfTheLead.NAME)
                .parking(NotificationTopics.SUBSCRIPTIONS, AskMailboxToConfirm.NAME)
                .parking(NotificationTopics.NEWSLETTERS, SendNewsletterToSubscribers.NAME);
    }
}
