package se.foreningstorget.register.associations;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.register.Association;
import se.foreningstorget.contracts.register.AssociationEvent;
import se.foreningstorget.contracts.register.AssociationEvent.AssociationChanged;
import se.foreningstorget.contracts.register.AssociationEvent.AssociationRegistered;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.contracts.register.RegisterTopics;
import se.foreningstorget.contracts.register.Source;
import se.foreningstorget.eventkit.AggregateFactory;
import se.foreningstorget.eventkit.Aggregates;
import se.foreningstorget.eventkit.Decision;
import se.foreningstorget.eventkit.Outcome;
import se.foreningstorget.eventkit.Precondition;
import se.foreningstorget.eventkit.Stored;
import se.foreningstorget.register.associations.AssociationCommand.Describe;

/** The register's entries, and their rules. */
public class Associations {
    private final Aggregates<Association, AssociationCommand, AssociationEvent> associations;

    Associations(AggregateFactory factory) {
        this.associations =
                factory.over(
                        RegisterTopics.ASSOCIATIONS, 1, Associations::decide, Associations::evolve);
    }

    Outcome<Association> handle(
            AssociationId id, AssociationCommand command, Precondition<Association> precondition) {
        return associations.handle(id.value(), command, precondition);
    }

    public Optional<Stored<Association>> find(AssociationId id) {
        return associations.find(id.value());
    }

    Aggregates<Association, AssociationCommand, AssociationEvent> all() {
        return associations;
    }

    static Decision<AssociationEvent> decide(
            @Nullable Association association, AssociationCommand command) {
        return switch (command) {
            case Describe it when it.crossesTheCitysBorder(association) ->
                    Decision.reject(AssociationRejection.KIND_IS_THE_CITYS);
            case Describe it when association == null ->
                    Decision.accept(
                            new AssociationRegistered(
                                    it.id(), it.after(null), it.source(), it.by(), it.now()));
            case Describe it when it.source() == Source.MEETING_NOTES_2016 -> Decision.unchanged();
            case Describe it when isSaidAlready(association, it) -> Decision.unchanged();
            case Describe it ->
                    Decision.accept(
                            new AssociationChanged(
                                    it.id(),
                                    it.after(association),
                                    it.source(),
                                    it.by(),
                                    it.now()));
        };
    }

    static Association evolve(@Nullable Association association, AssociationEvent event) {
        return switch (event) {
            case AssociationRegistered(var id, var facts, var source, _, var at) ->
                    new Association(
                            id,
                            facts,
                            source,
                            at,
                            at,
                            source == Source.MEETING_NOTES_2016 ? null : at);
            case AssociationChanged(var id, var facts, var source, _, var at) ->
                    new Association(
                            id,
                            facts,
                            source,
                            association == null ? at : association.registeredAt(),
                            at,
                            at);
        };
    }

    /** The same words from somebody else do change something: who confirmed them. */
    private static boolean isSaidAlready(Association association, Describe it) {
        return it.after(association).equals(association.facts())
                && it.source() == association.source();
    }
}
