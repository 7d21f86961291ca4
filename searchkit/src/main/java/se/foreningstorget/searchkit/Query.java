package se.foreningstorget.searchkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for: free text and filters, in what order, and which part of the answer.
 *
 * @param text free text as typed, never a query language; null or blank finds everything
 * @param where facet filters: any of the values within a field, all of the fields
 * @param except facet values that no hit may have
 * @param ranges number filters, of which all must hold
 * @param order the order of the hits
 * @param limit hits per page, 1 to 200
 * @param cursor {@link Page#next()} of the page before, or null for the first
 */
public record Query(
        @Nullable String text,
        Map<String, Set<String>> where,
        Map<String, Set<String>> except,
        List<Range> ranges,
        Order order,
        int limit,
        @Nullable String cursor) {

    /** The most hits of one page. */
    public static final int MAX_LIMIT = 200;

    private static final int USUAL_LIMIT = 20;

    public Query {
        where = copy(where);
        except = copy(except);
        ranges = List.copyOf(ranges);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is not 1.." + MAX_LIMIT + ": " + limit);
        }
    }

    /** Everything there is, twenty at a time. */
    public static Query everything() {
        return new Query(null, Map.of(), Map.of(), List.of(), Order.RELEVANCE, USUAL_LIMIT, null);
    }

    /** What matches this text, best first, twenty at a time. */
    public static Query of(@Nullable String text) {
        return new Query(text, Map.of(), Map.of(), List.of(), Order.RELEVANCE, USUAL_LIMIT, null);
    }

    /** Only hits with one of these values; none, or only empty ones as forms send, is no filter. */
    public Query where(String facet, @Nullable Collection<String> wanted) {
        var values =
                wanted == null
                        ? List.<String>of()
                        : wanted.stream().filter(value -> !value.isBlank()).toList();
        return new Query(text, with(where, facet, values), except, ranges, order, limit, cursor);
    }

    /** Only hits with this value, or another asked for in the same facet. */
    public Query where(String facet, String value) {
        return where(facet, List.of(value));
    }

    /** No hit with any of these values. */
    public Query except(String facet, Collection<String> values) {
        return new Query(text, where, with(except, facet, values), ranges, order, limit, cursor);
    }

    /** No hit with this value. */
    public Query except(String facet, String value) {
        return except(facet, List.of(value));
    }

    /** Only hits with a number from (inclusive) and to (exclusive); null is an open end. */
    public Query between(String number, @Nullable Long from, @Nullable Long to) {
        var more = new ArrayList<>(ranges);
        more.add(new Range(number, from, to));
        return new Query(text, where, except, more, order, limit, cursor);
    }

    /** In this order. */
    public Query orderedBy(Order wanted) {
        return new Query(text, where, except, ranges, wanted, limit, cursor);
    }

    /** So many hits a page. */
    public Query limit(int hits) {
        return new Query(text, where, except, ranges, order, hits, cursor);
    }

    /** The page after the one that gave this cursor; null is the first page. */
    public Query after(@Nullable String next) {
        return new Query(text, where, except, ranges, order, limit, next);
    }

    private static Map<String, Set<String>> with(
            Map<String, Set<String>> filters, String facet, Collection<String> values) {
        var more = new LinkedHashMap<>(filters);
        var all = new LinkedHashSet<>(filters.getOrDefault(facet, Set.of()));
        all.addAll(values);
        more.put(facet, all);
        return more;
    }

    private static Map<String, Set<String>> copy(Map<String, Set<String>> filters) {
        var copy = new LinkedHashMap<String, Set<String>>();
        filters.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                copy.put(facet, Set.copyOf(values));
            }
        });
        return Collections.unmodifiableMap(copy);
    }
}
