package se.foreningstorget.contracts.register;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An association as the register knows it.
 *
 * @param confirmedAt when its facts were last confirmed by someone who knows; null when never
 */
public record Association(
        AssociationId id,
        AssociationFacts facts,
        Source source,
        Instant registeredAt,
        Instant changedAt,
        @Nullable Instant confirmedAt) {}
