package se.foreningstorget.venue.premises;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import se.foreningstorget.contracts.venue.Venue;
import se.foreningstorget.eventkit.AggregateFactory;
import se.foreningstorget.eventkit.EventkitSettings;
import se.foreningstorget.eventkit.read.Feed;
import se.foreningstorget.eventkit.web.Problem;
import se.foreningstorget.searchkit.Catalogue;

/** The venues, their index and what keeps it. */
@Configuration(proxyBeanMethods = false)
@Import(VenueController.class)
public class PremisesConfiguration {

    @Bean
    Venues venues(AggregateFactory factory) {
        return new Venues(factory);
    }

    @Bean
    Catalogue venueCatalogue(EventkitSettings settings) {
        return Catalogue.open(
                settings.indexFolder("venues"), VenueIndex.FIELDS, Problem::badRequest);
    }

    @Bean
    Feed<Venue> venueFeed(EventkitSettings settings, Venues venues, Catalogue venueCatalogue) {
        return new Feed<>(settings.kafka(), venues.all(), new VenueIndex(venueCatalogue)::put);
    }
}
