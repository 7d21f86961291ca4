package se.foreningstorget.venue;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import se.foreningstorget.contracts.register.RegisterTopics;
import se.foreningstorget.contracts.venue.VenueTopics;
import se.foreningstorget.eventkit.EventkitSettings;
import se.foreningstorget.eventkit.TopicKeeper;
import se.foreningstorget.venue.associations.AssociationsProjection;
import se.foreningstorget.venue.booking.BookingConfiguration;
import se.foreningstorget.venue.premises.PremisesConfiguration;

/** The service's rooms, and the topics it owns and reads. */
@Configuration(proxyBeanMethods = false)
@Import({PremisesConfiguration.class, BookingConfiguration.class, AssociationsProjection.class})
class VenueConfiguration {

    @Bean
    TopicKeeper topics(EventkitSettings settings) {
        return new TopicKeeper(settings.kafka(), settings.replication())
                .owning(VenueTopics.ALL)
                .parking(RegisterTopics.ASSOCIATIONS, AssociationsProjection.GROUP);
    }
}
