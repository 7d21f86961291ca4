package se.foreningstorget.contracts.venue;

import java.time.Instant;

/** Premises that associations may rent or borrow. */
public record Venue(VenueId id, VenueFacts facts, Instant addedAt, Instant changedAt) {}
