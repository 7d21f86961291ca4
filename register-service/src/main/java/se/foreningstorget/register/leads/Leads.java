package se.foreningstorget.register.leads;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.foreningstorget.contracts.register.Lead;
import se.foreningstorget.contracts.register.LeadEvent;
import se.foreningstorget.contracts.register.LeadId;
import se.foreningstorget.contracts.register.LeadStatus;
import se.foreningstorget.contracts.register.RegisterTopics;
import se.foreningstorget.eventkit.AggregateFactory;
import se.foreningstorget.eventkit.Aggregates;
import se.foreningstorget.eventkit.Outcome;
import se.foreningstorget.eventkit.Precondition;
import se.foreningstorget.eventkit.Stored;

/** The interest leads. */
class Leads {
    private final Aggregates<Lead, LeadCommand, LeadEvent> leads;

    Leads(AggregateFactory factory) {
        this.leads = factory.over(RegisterTopics.LEADS, 1, LeadRules::decide, LeadRules::evolve);
    }

    Outcome<Lead> handle(LeadId id, LeadCommand command) {
        return leads.handle(id.value(), command);
    }

    Outcome<Lead> handle(LeadId id, LeadCommand command, Precondition<Lead> precondition) {
        return leads.handle(id.value(), command, precondition);
    }

    Optional<Stored<Lead>> find(LeadId id) {
        return leads.find(id.value());
    }

    /** Those of the ids that exist and are not forgotten, in the order of the ids. */
    List<Lead> findAll(List<String> ids) {
        var found =
                leads.findAll(ids).stream()
                        .collect(Collectors.toMap(Stored::id, Function.identity()));
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(Stored::state)
                .filter(lead -> lead.status() != LeadStatus.FORGOTTEN)
                .toList();
    }

    Aggregates<Lead, LeadCommand, LeadEvent> all() {
        return leads;
    }
}
