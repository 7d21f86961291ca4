package se.foreningstorget.eventkit.read;

import java.time.Instant;

/**
 * An event as a reaction meets it.
 *
 * @param effectId {@code <reaction>/<key>/<seq>}: the id of what the reaction does about it, which
 *     makes doing it twice the same as once
 * @param state at or after the event
 */
public record Happened<S, E>(String effectId, String key, long seq, Instant at, E event, S state) {}
