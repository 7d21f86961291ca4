package se.foreningstorget.web;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The pages people see. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({WebMachinery.class, WebConfiguration.class})
public class WebService {
    public static final String NAME = "web";

    public static void main(String[] args) {
        new SpringApplicationBuilder(WebService.class)
                .properties("spring.config.name=" + NAME)
                .run(args);
    }
}
