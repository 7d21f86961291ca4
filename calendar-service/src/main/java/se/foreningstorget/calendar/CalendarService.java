package se.foreningstorget.calendar;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import se.foreningstorget.eventkit.Eventkit;
import se.foreningstorget.operations.Operations;

/** What associations do, and when. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({Eventkit.class, Operations.class, CalendarConfiguration.class})
public class CalendarService {
    public static final String NAME = "calendar-service";

    public static void main(String[] args) {
        new SpringApplicationBuilder(CalendarService.class)
                .properties("spring.config.name=" + NAME)
                .run(args);
    }
}
