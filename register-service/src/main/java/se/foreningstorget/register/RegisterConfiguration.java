package se.foreningstorget.register;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import se.foreningstorget.contracts.register.RegisterTopics;
import se.foreningstorget.eventkit.EventkitSettings;
import se.foreningstorget.eventkit.TopicKeeper;
import se.foreningstorget.eventkit.retention.RetentionConfiguration;
import se.foreningstorget.register.associations.AssociationsConfiguration;
import se.foreningstorget.register.leads.LeadsConfiguration;
import se.foreningstorget.register.vocabulary.VocabularyConfiguration;

/** The service's rooms, and the topics it owns and reads. */
@Configuration(proxyBeanMethods = false)
@Import({
    VocabularyConfiguration.class,
    AssociationsConfiguration.class,
    LeadsConfiguration.class,
    RetentionConfiguration.class
})
class RegisterConfiguration {

    @Bean
    TopicKeeper topics(EventkitSettings settings) {
        return new TopicKeeper(settings.kafka(), settings.replication())
                .owning(RegisterTopics.ALL)
                .parking(RegisterTopics.ASSOCIATIONS, AssociationsConfiguration.HISTORY)
                .parking(RegisterTopics.LEADS, LeadsConfiguration.HISTORY);
    }
}
