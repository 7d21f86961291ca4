package se.foreningstorget.eventkit.retention;

import java.time.Duration;

/**
 * A kind of record that a rule must stand for.
 *
 * @param name as rules name it
 * @param from the moment its period counts from, as rules name it
 * @param atLeast a shorter period would break what the records are for
 * @param archivable whether a record can be exported before it is disposed of
 */
public record Kind(String name, String from, Duration atLeast, boolean archivable) {}
