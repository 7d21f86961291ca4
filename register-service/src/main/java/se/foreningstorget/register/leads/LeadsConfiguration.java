package se.foreningstorget.register.leads;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.Message;
import se.foreningstorget.contracts.register.Lead;
import se.foreningstorget.contracts.register.RegisterTopics;
import se.foreningstorget.eventkit.AggregateFactory;
import se.foreningstorget.eventkit.EventkitSettings;
import se.foreningstorget.eventkit.read.EventReader;
import se.foreningstorget.eventkit.read.Feed;
import se.foreningstorget.eventkit.retention.Archive;
import se.foreningstorget.eventkit.retention.DisposalClock;
import se.foreningstorget.eventkit.retention.Kinds;
import se.foreningstorget.eventkit.retention.RetentionRules;
import se.foreningstorget.eventkit.web.Problem;
import se.foreningstorget.register.associations.AssociationIndex;
import se.foreningstorget.register.associations.SourceNotes;
import se.foreningstorget.register.vocabulary.Vocabulary;
import se.foreningstorget.searchkit.Catalogue;

/** The leads, their numbers, index and history, and who could suit them. */
@Configuration(proxyBeanMethods = false)
@Import({
    LeadController.class,
    ForwardController.class,
    HoldController.class,
    AssociationLeadsController.class,
    ForgottenLeadAdvice.class
})
public class LeadsConfiguration {
    /** The reaction that keeps the history; also its consumer group. */
    public static final String HISTORY = "register-service.keep-lead-history";

    @Bean
    Leads leads(AggregateFactory factory) {
        return new Leads(factory);
    }

    @Bean
    LeadNumbers leadNumbers(MongoDatabase database) {
        return new LeadNumbers(database);
    }

    @Bean
    Catalogue leadCatalogue(EventkitSettings settings) {
        return Catalogue.open(
                settings.indexFolder("register-leads"), LeadIndex.FIELDS, Problem::badRequest);
    }

    @Bean
    LeadIndex leadIndex(Catalogue leadCatalogue) {
        return new LeadIndex(leadCatalogue);
    }

    @Bean
    LeadDisposal leadDisposal(
            Leads leads,
            RetentionRules rules,
            Archive archive,
            DisposalClock disposalClock,
            Catalogue leadCatalogue,
            InstantSource clock) {
        disposalClock.sweep(_ -> leadCatalogue.expunge());
        return new LeadDisposal(leads, rules, archive, disposalClock, clock);
    }

    @Bean
    Kinds leadKinds() {
        return LeadDisposal.KINDS;
    }

    @Bean
    Feed<Lead> leadFeed(
            EventkitSettings settings,
            Leads leads,
            LeadIndex leadIndex,
            LeadNumbers leadNumbers,
            LeadDisposal leadDisposal) {
        return new Feed<>(
                settings.kafka(),
                leads.all(),
                (id, lead) -> {
                    leadNumbers.make(lead.id(), lead.number());
                    leadIndex.put(id, lead);
                    leadDisposal.expect(lead);
                });
    }

    @Bean
    LeadHistory leadHistoryLines(MongoDatabase database) {
        return new LeadHistory(database);
    }

    @Bean
    Consumer<Message<byte[]>> leadHistory(EventReader reader, LeadHistory history) {
        return reader.reacting(HISTORY, RegisterTopics.LEADS, history::keep);
    }

    @Bean
    Suggestions suggestions(
            AssociationIndex index,
            Vocabulary vocabulary,
            SourceNotes notes,
            MessageSource messageSource) {
        return new Suggestions(index, vocabulary, notes, messageSource);
    }
}
