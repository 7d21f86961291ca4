package se.foreningstorget.contracts.register;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lead at one association.
 *
 * @param contactEmail the association's contact when it was forwarded
 * @param key what the mailed link carries: whoever holds it may read and answer this forward
 * @param answer null while the association has not answered
 * @param message the association's own words to the resident
 */
public record Forward(
        AssociationId association,
        String associationName,
        String contactEmail,
        String key,
        Instant at,
        @Nullable LeadAnswer answer,
        @Nullable String message,
        @Nullable Instant answeredAt) {

    public static Forward sent(
            AssociationId association,
            String associationName,
            String contactEmail,
            String key,
            Instant at) {
        return new Forward(association, associationName, contactEmail, key, at, null, null, null);
    }

    public Forward answered(LeadAnswer answer, @Nullable String message, Instant at) {
        return new Forward(
                association, associationName, contactEmail, key, this.at, answer, message, at);
    }
}
