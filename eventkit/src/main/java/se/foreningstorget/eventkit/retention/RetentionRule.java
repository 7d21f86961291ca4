package se.foreningstorget.eventkit.retention;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;

/**
 * How long records of a kind are kept.
 *
 * @param kind of which records
 * @param what they are, in words
 * @param decision who decided so, and on what ground
 * @param from the moment the period counts from
 * @param period ISO 8601, in days or longer ({@code P2Y}, calendar time) or shorter ({@code PT1H})
 * @param archive whether each is exported to the archive first
 */
public record RetentionRule(
        String kind, String what, String decision, String from, String period, boolean archive) {
    private static final ZoneId CITY = ZoneId.of("Europe/Stockholm");

    /** When a record's time is up whose period began at a moment. */
    public Instant due(Instant began) {
        return began.atZone(CITY).plus(amount(period)).toInstant();
    }

    /** Throws an unchecked exception when it is neither a period nor a duration. */
    static TemporalAmount amount(String period) {
        try {
            return Period.parse(period);
        } catch (DateTimeException notInDays) {
            return Duration.parse(period);
        }
    }
}
