package se.foreningstorget.searchkit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The fields of a catalogue: texts that are searched, facets that are counted and filtered, words
 * to sort by, and numbers (times, places left) to filter and sort by.
 *
 * @param texts each text field with its weight, 1 to 100: a match in a heavier field ranks higher
 * @param facets fields whose values are whole, filtered exactly and counted
 * @param sortables fields to sort by in Swedish order
 * @param numbers fields of whole numbers, for ranges and sorting
 */
public record Fields(
        Map<String, Integer> texts,
        Set<String> facets,
        Set<String> sortables,
        Set<String> numbers) {

    private static final Fields NONE = new Fields(Map.of(), Set.of(), Set.of(), Set.of());

    public Fields {
        texts = unmodifiable(texts);
        facets = unmodifiable(facets);
        sortables = unmodifiable(sortables);
        numbers = unmodifiable(numbers);
        texts.forEach(Fields::requireWeight);
    }

    /** No fields yet: the start of a declaration. */
    public static Fields none() {
        return NONE;
    }

    /** With a text field; {@code weight} is 1 to 100. */
    public Fields text(String name, int weight) {
        var more = new LinkedHashMap<>(texts);
        more.put(name, weight);
        return new Fields(more, facets, sortables, numbers);
    }

    /** With a field that is filtered by whole values and counted. */
    public Fields facet(String name) {
        return new Fields(texts, with(facets, name), sortables, numbers);
    }

    /** With a field to sort by in Swedish order. */
    public Fields sortable(String name) {
        return new Fields(texts, facets, with(sortables, name), numbers);
    }

    /** With a field of whole numbers: an amount, or a time as epoch milliseconds. */
    public Fields number(String name) {
        return new Fields(texts, facets, sortables, with(numbers, name));
    }

    private static void requireWeight(String name, int weight) {
        if (weight < 1 || weight > 100) {
            throw new IllegalArgumentException("weight of " + name + " is not 1..100: " + weight);
        }
    }

    private static Set<String> with(Set<String> names, String name) {
        var more = new LinkedHashSet<>(names);
        more.add(name);
        return more;
    }

    private static Set<String> unmodifiable(Set<String> names) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }

    private static Map<String, Integer> unmodifiable(Map<String, Integer> weights) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }
}
