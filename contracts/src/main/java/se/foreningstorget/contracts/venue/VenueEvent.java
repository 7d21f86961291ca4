package se.foreningstorget.contracts.venue;

import java.time.Instant;
import se.foreningstorget.contracts.WireName;

/** What can have happened to a venue's entry. */
public sealed interface VenueEvent {
    VenueId id();

    Instant at();

    /** It stands in the overview from now on. */
    @WireName("venue-added")
    record VenueAdded(VenueId id, VenueFacts facts, String by, Instant at) implements VenueEvent {}

    /** Its facts were changed. */
    @WireName("venue-changed")
    record VenueChanged(VenueId id, VenueFacts facts, String by, Instant at)
            implements VenueEvent {}
}
