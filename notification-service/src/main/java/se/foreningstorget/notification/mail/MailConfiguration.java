package se.foreningstorget.notification.mail;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import se.foreningstorget.eventkit.EventkitSettings;

/** The ledger and its courier. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SmtpSettings.class, Links.class})
@Import(MailController.class)
public class MailConfiguration {
    private static final Duration ROUND = Duration.ofMinutes(1);

    @Bean
    FailedMails failedMails(MongoDatabase database) {
        return new FailedMails(database);
    }

    @Bean
    Mails mails(MongoDatabase database, InstantSource clock) {
        return new Mails(database, clock);
    }

    @Bean
    MailTexts mailTexts(MessageSource messageSource) {
        return new MailTexts(messageSource);
    }

    @Bean
    Courier courier(
            Mails mails,
            StillWanted wanted,
            SmtpSettings settings,
            Links links,
            EventkitSettings eventkit,
            InstantSource clock) {
        return new Courier(
                mails,
                new MailServer(settings, links.host()),
                wanted,
                settings,
                clock,
                eventkit.sweep().isZero() ? Duration.ZERO : ROUND);
    }
}
