package se.foreningstorget.operations;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import se.foreningstorget.eventkit.AggregateFactory;
import se.foreningstorget.eventkit.EventkitSettings;
import se.foreningstorget.eventkit.read.EventReader;
import se.foreningstorget.eventkit.read.Feed;
import se.foreningstorget.eventkit.watch.Backlog;

/** What a service imports to be operated. */
@Configuration(proxyBeanMethods = false)
@Import(OperationsController.class)
public class Operations {
    private static final int CHECK_TRIES = 10;

    @Bean
    Backlog backlog(
            EventkitSettings settings,
            MongoDatabase database,
            AggregateFactory aggregates,
            EventReader reader,
            InstantSource clock) {
        return new Backlog(settings.kafka(), database, aggregates, reader, clock);
    }

    @Bean
    ParkedRecords parkedRecords(
            EventReader reader,
            EventkitSettings settings,
            MongoDatabase database,
            InstantSource clock) {
        return new ParkedRecords(reader, new Records(settings.kafka()), database, clock);
    }

    @Bean
    CheckRuns checkRuns(
            AggregateFactory aggregates,
            EventReader reader,
            ObjectProvider<Feed<?>> feeds,
            EventkitSettings settings,
            InstantSource clock) {
        var check =
                new Check(
                        aggregates,
                        reader,
                        feeds.orderedStream().toList(),
                        new Records(settings.kafka()),
                        CHECK_TRIES);
        return new CheckRuns(check, clock);
    }
}
