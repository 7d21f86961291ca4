package se.foreningstorget.venue.premises;

import java.time.Instant;
import se.foreningstorget.contracts.venue.VenueFacts;
import se.foreningstorget.contracts.venue.VenueId;

/** What can be asked of a venue's entry. */
sealed interface VenueCommand {
    /** Add it, or change what is said of it. */
    record Describe(VenueId id, VenueFacts facts, String by, Instant now) implements VenueCommand {}
}
