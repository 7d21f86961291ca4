package se.foreningstorget.register;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import se.foreningstorget.eventkit.Eventkit;
import se.foreningstorget.operations.Operations;

/** Associations and interest leads. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({Eventkit.class, Operations.class, RegisterConfiguration.class})
public class RegisterService {
    public static final String NAME = "register-service";

    public static void main(String[] args) {
        new SpringApplicationBuilder(RegisterService.class)
                .properties("spring.config.name=" + NAME)
                .run(args);
    }
}
