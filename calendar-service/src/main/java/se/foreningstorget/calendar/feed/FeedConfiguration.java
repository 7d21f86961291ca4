package se.foreningstorget.calendar.feed;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The feeds. */
@Configuration(proxyBeanMethods = false)
@Import(FeedController.class)
public class FeedConfiguration {

    @Bean
    ICalendar iCalendar(
            @Value("${foreningstorget.public-url:http://127.0.0.1:8080}") String publicUrl,
            MessageSource messageSource) {
        return new ICalendar(publicUrl, messageSource);
    }
}
