package se.foreningstorget.calendar;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import se.foreningstorget.calendar.associations.AssociationsProjection;
import se.foreningstorget.calendar.events.EventsConfiguration;
import se.foreningstorget.calendar.feed.FeedConfiguration;
import se.foreningstorget.contracts.calendar.CalendarTopics;
import se.foreningstorget.contracts.register.RegisterTopics;
import se.foreningstorget.eventkit.EventkitSettings;
import se.foreningstorget.eventkit.TopicKeeper;

/** The service's rooms, and the topics it owns and reads. */
@Configuration(proxyBeanMethods = false)
@Import({EventsConfiguration.class, FeedConfiguration.class, AssociationsProjection.class})
class CalendarConfiguration {

    @Bean
    TopicKeeper topics(EventkitSettings settings) {
        return new TopicKeeper(settings.kafka(), settings.replication())
                .owning(CalendarTopics.ALL)
                .parking(RegisterTopics.ASSOCIATIONS, AssociationsProjection.GROUP);
    }
}
