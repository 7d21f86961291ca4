package se.foreningstorget.searchkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing in a catalogue, with everything a search may find, filter, sort and show of it.
 *
 * <p>Not a record: the payload is bytes, and nobody compares entries.
 */
public final class Entry {
    private final String id;
    private final Map<String, List<String>> texts;
    private final Map<String, Set<String>> facets;
    private final Map<String, String> sortables;
    private final Map<String, List<Long>> numbers;
    private final byte[] payload;

    private Entry(Builder builder) {
        this.id = builder.id;
        this.texts = Map.copyOf(builder.texts);
        this.facets = Map.copyOf(builder.facets);
        this.sortables = Map.copyOf(builder.sortables);
        this.numbers = Map.copyOf(builder.numbers);
        this.payload = builder.payload;
    }

    /** The entry with this id, which replaces an older one of the same id when put. */
    public static Builder of(String id) {
        return new Builder(id);
    }

    public String id() {
        return id;
    }

    Map<String, List<String>> texts() {
        return texts;
    }

    Map<String, Set<String>> facets() {
        return facets;
    }

    Map<String, String> sortables() {
        return sortables;
    }

    Map<String, List<Long>> numbers() {
        return numbers;
    }

    byte[] payload() {
        return payload;
    }

    /** Gathers an entry; a null or blank value is simply not there, so that callers need no ifs. */
    public static final class Builder {
        private final String id;
        private final Map<String, List<String>> texts = new HashMap<>();
        private final Map<String, Set<String>> facets = new HashMap<>();
        private final Map<String, String> sortables = new HashMap<>();
        private final Map<String, List<Long>> numbers = new HashMap<>();
        private byte[] payload = new byte[0];

        private Builder(String id) {
            if (id.isEmpty()) {
                throw new IllegalArgumentException("an entry needs an id");
            }
            this.id = id;
        }

        /** One more text in this field. */
        public Builder text(String field, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                texts.computeIfAbsent(field, _ -> new ArrayList<>()).add(value);
            }
            return this;
        }

        /** More texts in this field. */
        public Builder texts(String field, Collection<String> values) {
            values.forEach(value -> text(field, value));
            return this;
        }

        /** One more value of this facet. */
        public Builder facet(String field, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                facets.computeIfAbsent(field, _ -> new LinkedHashSet<>()).add(value);
            }
            return this;
        }

        /** More values of this facet. */
        public Builder facets(String field, Collection<String> values) {
            values.forEach(value -> facet(field, value));
            return this;
        }

        /** What to sort by in this field; without it the entry comes last. */
        public Builder sortable(String field, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                sortables.put(field, value);
            }
            return this;
        }

        /** One more number in this field. */
        public Builder number(String field, @Nullable Long value) {
            if (value != null) {
                numbers.computeIfAbsent(field, _ -> new ArrayList<>()).add(value);
            }
            return this;
        }

        /** The service's own bytes, given back with every hit. */
        public Builder payload(byte[] bytes) {
            this.payload = bytes;
            return this;
        }

        /** The entry as gathered; the builder is not used after this. */
        public Entry build() {
            return new Entry(this);
        }
    }
}
