package se.foreningstorget.eventkit;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;
import se.foreningstorget.eventkit.read.EventReader;
import se.foreningstorget.eventkit.read.Feed;
import se.foreningstorget.eventkit.read.FeedsHealth;
import se.foreningstorget.eventkit.read.Parking;
import se.foreningstorget.eventkit.web.WebConfiguration;

/** What a service imports to have all of this. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventkitSettings.class)
@Import({ServiceLibraries.class, WebConfiguration.class})
public class Eventkit {

    @Bean
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Bean
    MongoClient mongo(EventkitSettings settings) {
        return MongoClients.create(
                StoreClient.settings(settings.mongodb(), settings.deadline()).build());
    }

    /** Each service has a database of its own, named as the service. */
    @Bean
    MongoDatabase database(MongoClient mongo, Environment environment, EventkitSettings settings) {
        return mongo.getDatabase(environment.getRequiredProperty("spring.application.name"))
                .withTimeout(
                        StoreClient.attempt(settings.deadline()).toMillis(), TimeUnit.MILLISECONDS);
    }

    @Bean
    Publisher publisher(EventkitSettings settings, Environment environment) {
        return new Publisher(
                settings.kafka(), environment.getRequiredProperty("spring.application.name"));
    }

    @Bean
    AggregateFactory aggregateFactory(
            MongoDatabase database,
            Publisher publisher,
            InstantSource clock,
            EventkitSettings settings) {
        return new AggregateFactory(
                database, publisher, clock, settings.sweep(), settings.deadline());
    }

    @Bean
    EventReader eventReader(MongoDatabase database, Publisher publisher, InstantSource clock) {
        return new EventReader(database, new Parking(publisher), clock);
    }

    @Bean
    FeedsHealth feedsHealthIndicator(ObjectProvider<Feed<?>> feeds) {
        return new FeedsHealth(feeds.orderedStream().toList());
    }

    /** What a function throws passes by itself some day: the record is tried again without end. */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> withoutEnd() {
        return (container, _, _) -> {
            var pauses = new ExponentialBackOff(100, 2);
            pauses.setMaxInterval(5_000);
            var again = new DefaultErrorHandler(pauses);
            again.setClassifications(java.util.Map.of(), true);
            container.setCommonErrorHandler(again);
        };
    }
}
