package se.foreningstorget.venue;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import se.foreningstorget.eventkit.Eventkit;
import se.foreningstorget.operations.Operations;

/** Premises and their bookings. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({Eventkit.class, Operations.class, VenueConfiguration.class})
public class VenueService {
    public static final String NAME = "venue-service";

    public static void main(String[] args) {
        new SpringApplicationBuilder(VenueService.class)
                .properties("spring.config.name=" + NAME)
                .run(args);
    }
}
