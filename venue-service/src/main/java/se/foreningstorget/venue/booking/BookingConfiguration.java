package se.foreningstorget.venue.booking;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import se.foreningstorget.eventkit.AggregateFactory;

/** The venues' days. */
@Configuration(proxyBeanMethods = false)
@Import(BookingController.class)
public class BookingConfiguration {

    @Bean
    VenueDays venueDays(AggregateFactory factory) {
        return new VenueDays(factory);
    }
}
