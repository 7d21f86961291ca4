package se.foreningstorget.searchkit;

import org.jspecify.annotations.Nullable;

/**
 * The entries with a number in this field that is at least {@code from} and less than {@code to};
 * an end that is null is open.
 */
public record Range(String field, @Nullable Long from, @Nullable Long to) {}
