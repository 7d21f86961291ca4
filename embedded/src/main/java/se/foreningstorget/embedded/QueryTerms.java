package se.foreningstorget.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a query demands of each field at its top level, however it is nested in {@code $and}. */
record QueryTerms(Map<String, List<Object>> terms) {

    static QueryTerms of(Document query) {
        var terms = new HashMap<String, List<Object>>();
        collect(query, terms);
        return new QueryTerms(terms);
    }

    private static void collect(Document query, Map<String, List<Object>> terms) {
        query.forEach((key, value) -> {
            if (key.equals("$and") && value instanceof Collection<?> parts) {
                parts.forEach(part -> collect((Document) part, terms));
            } else if (value != null) {
                terms.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
            }
        });
    }

    /** A value this field must equal, or an {@code $in} it must be in; null when it is freer. */
    @Nullable Object value(String field) {
        for (var term : terms.getOrDefault(field, List.of())) {
            if (!(term instanceof Document condition)) {
                return term;
            }
            if (condition.size() == 1 && condition.get("$eq") != null) {
                return condition.get("$eq");
            }
            if (condition.get("$in") != null) {
                return new Document("$in", condition.get("$in"));
            }
            if (condition.keySet().stream().noneMatch(key -> key.startsWith("$"))) {
                return term;
            }
        }
        return null;
    }

    /** The stretch of text ids the query is confined to, when it is. */
    Optional<IdRange> idRange() {
        @Nullable String from = null;
        @Nullable String to = null;
        for (var term : terms.getOrDefault("_id", List.of())) {
            if (term instanceof Document condition) {
                from = text(condition, from, "$gte", "$gt");
                to = text(condition, to, "$lte", "$lt");
            }
        }
        return from == null && to == null ? Optional.empty() : Optional.of(new IdRange(from, to));
    }

    private static @Nullable String text(
            Document condition, @Nullable String otherwise, String... operators) {
        for (var operator : operators) {
            if (condition.get(operator) instanceof String bound) {
                return bound;
            }
        }
        return otherwise;
    }
}
