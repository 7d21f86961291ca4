package se.foreningstorget.notification.subscriptions;

import com.mongodb.client.MongoDatabase;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import se.foreningstorget.contracts.notification.Subscription;
import se.foreningstorget.eventkit.AggregateFactory;
import se.foreningstorget.eventkit.EventkitSettings;
import se.foreningstorget.eventkit.read.Feed;
import se.foreningstorget.searchkit.Catalogue;

/** The subscriptions, their index and what is mailed about them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Addresses.class)
@Import({
    SubscriptionController.class,
    UnsubscribeController.class,
    SubscriberListController.class,
    AskMailboxToConfirm.class
})
public class SubscriptionConfiguration {

    @Bean
    Subscriptions subscriptions(AggregateFactory factory) {
        return new Subscriptions(factory);
    }

    @Bean
    AskLimit askLimit(MongoDatabase database) {
        return new AskLimit(database);
    }

    @Bean
    Catalogue subscriptionCatalogue(EventkitSettings settings) {
        return Catalogue.open(settings.indexFolder("subscriptions"), SubscriptionIndex.FIELDS);
    }

    @Bean
    Feed<Subscription> subscriptionFeed(
            EventkitSettings settings,
            Subscriptions subscriptions,
            Catalogue subscriptionCatalogue) {
        return new Feed<>(
                settings.kafka(),
                subscriptions.all(),
                new SubscriptionIndex(subscriptionCatalogue)::put);
    }
}
