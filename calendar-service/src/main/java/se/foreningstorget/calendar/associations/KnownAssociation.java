package se.foreningstorget.calendar.associations;

import se.foreningstorget.contracts.register.Association;
import se.foreningstorget.contracts.register.AssociationId;

/** As much of an association as an event needs. */
public record KnownAssociation(AssociationId id, String name) {
    static KnownAssociation of(Association association) {
        return new KnownAssociation(association.id(), association.facts().name());
    }
}
