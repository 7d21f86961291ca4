package se.foreningstorget.register.vocabulary;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The activity vocabulary. */
@Configuration(proxyBeanMethods = false)
@Import(TagController.class)
public class VocabularyConfiguration {

    @Bean
    Vocabulary vocabulary() {
        return Vocabulary.shipped();
    }
}
