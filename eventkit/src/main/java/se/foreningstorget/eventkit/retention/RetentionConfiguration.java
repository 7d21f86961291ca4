package se.foreningstorget.eventkit.retention;

import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The rules, one for every {@link Kind} the service's rooms name, and the clock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionSettings.class)
@Import(RetentionController.class)
public class RetentionConfiguration {

    @Bean
    RetentionRules retentionRules(
            RetentionSettings settings, Environment environment, List<Kinds> kinds) {
        return RetentionRules.read(
                environment.getRequiredProperty("spring.application.name"),
                settings.rules(),
                kinds.stream().flatMap(some -> some.all().stream()).toList());
    }

    @Bean
    Archive archive(RetentionSettings settings, RetentionRules rules) {
        return new Archive(settings.archive(), rules);
    }

    @Bean
    DisposalClock disposalClock(RetentionSettings settings, InstantSource clock) {
        return new DisposalClock(clock, settings.round());
    }
}
