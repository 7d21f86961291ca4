package se.foreningstorget.register.associations;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.Message;
import se.foreningstorget.contracts.register.Association;
import se.foreningstorget.contracts.register.RegisterTopics;
import se.foreningstorget.eventkit.AggregateFactory;
import se.foreningstorget.eventkit.EventkitSettings;
import se.foreningstorget.eventkit.read.EventReader;
import se.foreningstorget.eventkit.read.Feed;
import se.foreningstorget.eventkit.retention.DisposalClock;
import se.foreningstorget.eventkit.retention.Kinds;
import se.foreningstorget.eventkit.retention.RetentionRules;
import se.foreningstorget.eventkit.web.Problem;
import se.foreningstorget.register.vocabulary.Vocabulary;
import se.foreningstorget.searchkit.Catalogue;

/** The register's entries, their index, their history and what they begin with. */
@Configuration(proxyBeanMethods = false)
@Import(AssociationController.class)
public class AssociationsConfiguration {
    /** The reaction that keeps the history; also its consumer group. */
    public static final String HISTORY = "register-service.keep-association-history";

    @Bean
    Associations associations(AggregateFactory factory) {
        return new Associations(factory);
    }

    @Bean
    Catalogue associationCatalogue(EventkitSettings settings) {
        return Catalogue.open(
                settings.indexFolder("register-associations"),
                AssociationIndex.FIELDS,
                Problem::badRequest);
    }

    @Bean
    AssociationIndex associationIndex(Catalogue associationCatalogue, Vocabulary vocabulary) {
        return new AssociationIndex(associationCatalogue, vocabulary);
    }

    @Bean
    Feed<Association> associationFeed(
            EventkitSettings settings, Associations associations, AssociationIndex index) {
        return new Feed<>(settings.kafka(), associations.all(), index::put);
    }

    @Bean
    AssociationHistory associationHistoryLines(
            MongoDatabase database, RetentionRules rules, DisposalClock disposalClock) {
        return new AssociationHistory(database, rules, disposalClock);
    }

    @Bean
    Kinds associationKinds() {
        return AssociationHistory.KINDS;
    }

    @Bean
    Consumer<Message<byte[]>> associationHistory(EventReader reader, AssociationHistory history) {
        return reader.reacting(HISTORY, RegisterTopics.ASSOCIATIONS, history::keep);
    }

    @Bean
    SourceNotes sourceNotes(MessageSource messageSource) {
        return new SourceNotes(messageSource);
    }

    @Bean
    MeetingNotesImport meetingNotesImport(Associations associations, InstantSource clock) {
        return new MeetingNotesImport(associations, clock);
    }
}
