package se.foreningstorget.notification.subscriptions;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import se.foreningstorget.contracts.notification.Subscription;
import se.foreningstorget.eventkit.AggregateFactory;
import se.foreningstorget.eventkit.EventkitSettings;
import se.foreningstorget.eventkit.read.Feed;
import se.foreningstorget.eventkit.retention.Archive;
import se.foreningstorget.eventkit.retention.DisposalClock;
import se.foreningstorget.eventkit.retention.Kinds;
import se.foreningstorget.eventkit.retention.RetentionRules;
import se.foreningstorget.eventkit.web.Problem;
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
        return Catalogue.open(
                settings.indexFolder("subscriptions"),
                SubscriptionIndex.FIELDS,
                Problem::badRequest);
    }

    @Bean
    Feed<Subscription> subscriptionFeed(
            EventkitSettings settings,
            Subscriptions subscriptions,
            Catalogue subscriptionCatalogue,
            SubscriptionDisposal disposal) {
        var index = new SubscriptionIndex(subscriptionCatalogue);
        return new Feed<>(
                settings.kafka(),
                subscriptions.all(),
                (id, subscription) -> {
                    index.put(id, subscription);
                    disposal.expect(subscription);
                });
    }

    @Bean
    SubscriptionDisposal subscriptionDisposal(
            Subscriptions subscriptions,
            AskLimit limit,
            RetentionRules rules,
            Archive archive,
            DisposalClock disposalClock,
            Catalogue subscriptionCatalogue,
            InstantSource clock) {
        disposalClock.sweep(_ -> subscriptionCatalogue.expunge());
        return new SubscriptionDisposal(subscriptions, limit, rules, archive, disposalClock, clock);
    }

    @Bean
    Kinds subscriptionKinds() {
        return SubscriptionDisposal.KINDS;
    }
}
