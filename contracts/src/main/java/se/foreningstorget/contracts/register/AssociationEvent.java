package se.foreningstorget.contracts.register;

import java.time.Instant;
import se.foreningstorget.contracts.WireName;

/** What can have happened to an association's entry. */
public sealed interface AssociationEvent {
    AssociationId id();

    Instant at();

    /** It stands in the register from now on. */
    @WireName("association-registered")
    record AssociationRegistered(
            AssociationId id, AssociationFacts facts, Source source, String by, Instant at)
            implements AssociationEvent {}

    /** Its facts were changed, and by that confirmed. */
    @WireName("association-changed")
    record AssociationChanged(
            AssociationId id, AssociationFacts facts, Source source, String by, Instant at)
            implements AssociationEvent {}
}
