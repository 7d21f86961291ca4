package se.foreningstorget.contracts.register;

import java.time.Instant;

/** Disposal of something waits: a disclosure request is open. */
public record Hold(String reason, String by, Instant at) {}
