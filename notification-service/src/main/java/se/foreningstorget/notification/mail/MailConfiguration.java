package se.foreningstorget.notification.mail;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.bson.Document;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import se.foreningstorget.eventkit.EventkitSettings;
import se.foreningstorget.eventkit.retention.DisposalClock;
import se.foreningstorget.eventkit.retention.Kinds;
import se.foreningstorget.eventkit.retention.RetentionRules;
import se.foreningstorget.eventkit.watch.StoreCount;

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
    MailDisposal mailDisposal(
            Mails mails, FailedMails failed, RetentionRules rules, DisposalClock disposalClock) {
        return new MailDisposal(mails, failed, rules, disposalClock);
    }

    @Bean
    Kinds mailKinds() {
        return MailDisposal.KINDS;
    }

    @Bean
    StoreCount mailsWaiting() {
        return new StoreCount(
                "foreningstorget.mails.waiting",
                "Mails that the mail server has not taken yet",
                "mails",
                new Document(
                        "status",
                        new Document(
                                "$in",
                                List.of(MailStatus.QUEUED.stored(), MailStatus.SENDING.stored()))));
    }

    @Bean
    StoreCount mailsFailed() {
        return new StoreCount(
                "foreningstorget.mails.failed",
                "Mails that can never be delivered",
                "mails",
                new Document("status", MailStatus.FAILED.stored()));
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
