package se.foreningstorget.eventkit.watch;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.stream.binder.kafka.support.ConsumerConfigCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.foreningstorget.eventkit.AggregateFactory;
import se.foreningstorget.eventkit.EventkitSettings;
import se.foreningstorget.eventkit.read.EventReader;
import se.foreningstorget.eventkit.read.Feed;

/** Has every service watched. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WatchSettings.class)
public class WatchConfiguration {

    @Bean
    Watch watch(
            AggregateFactory factory,
            EventReader reader,
            ObjectProvider<Feed<?>> feeds,
            ObjectProvider<StoreCount> counts,
            MongoDatabase database,
            InstantSource clock,
            EventkitSettings eventkit,
            WatchSettings settings) {
        return new Watch(
                factory,
                reader,
                feeds.orderedStream().toList(),
                counts.orderedStream().toList(),
                database,
                new Unsent(database, clock),
                new Lags(eventkit.kafka(), clock),
                settings);
    }

    /** Every group's consumer notices what does not come in sequence. */
    @Bean
    ConsumerConfigCustomizer sequenceWatch(MeterRegistry registry) {
        return (settings, _, _) -> {
            settings.put(
                    ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG,
                    List.of(SequenceWatch.class.getName()));
            settings.put(SequenceWatch.REGISTRY, registry);
        };
    }
}
