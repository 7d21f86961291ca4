package se.foreningstorget.gateway;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The only door: everything from outside comes in here and goes to the service it is for. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({DoorLibraries.class, GatewayConfiguration.class})
public class GatewayService {
    public static final String NAME = "gateway";

    public static void main(String[] args) {
        new SpringApplicationBuilder(GatewayService.class)
                .properties("spring.config.name=" + NAME)
                .run(args);
    }
}
