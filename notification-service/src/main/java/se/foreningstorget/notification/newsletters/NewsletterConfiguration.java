package se.foreningstorget.notification.newsletters;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import se.foreningstorget.contracts.notification.Newsletter;
import se.foreningstorget.eventkit.AggregateFactory;
import se.foreningstorget.eventkit.EventkitSettings;
import se.foreningstorget.eventkit.read.Feed;
import se.foreningstorget.eventkit.web.Problem;
import se.foreningstorget.notification.mail.Links;
import se.foreningstorget.notification.mail.MailTexts;
import se.foreningstorget.searchkit.Catalogue;

/** The issues, their index and their sending. */
@Configuration(proxyBeanMethods = false)
@Import({NewsletterController.class, SendNewsletterToSubscribers.class})
public class NewsletterConfiguration {

    @Bean
    Newsletters newsletters(AggregateFactory factory) {
        return new Newsletters(factory);
    }

    @Bean
    Issue issue(MailTexts texts, Links links) {
        return new Issue(texts, links);
    }

    @Bean
    Recipients recipients(MongoDatabase database) {
        return new Recipients(database);
    }

    @Bean
    Catalogue newsletterCatalogue(EventkitSettings settings) {
        return Catalogue.open(
                settings.indexFolder("newsletters"), NewsletterIndex.FIELDS, Problem::badRequest);
    }

    @Bean
    Feed<Newsletter> newsletterFeed(
            EventkitSettings settings, Newsletters newsletters, Catalogue newsletterCatalogue) {
        return new Feed<>(
                settings.kafka(), newsletters.all(), new NewsletterIndex(newsletterCatalogue)::put);
    }
}
