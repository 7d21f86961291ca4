package se.foreningstorget.notification;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import se.foreningstorget.eventkit.Eventkit;
import se.foreningstorget.operations.Operations;

/** Subscriptions, newsletters and mail. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({Eventkit.class, Operations.class, NotificationConfiguration.class})
public class NotificationService {
    public static final String NAME = "notification-service";

    public static void main(String[] args) {
        new SpringApplicationBuilder(NotificationService.class)
                .properties("spring.config.name=" + NAME)
                .run(args);
    }
}
