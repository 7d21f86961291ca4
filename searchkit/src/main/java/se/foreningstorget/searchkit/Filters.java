package se.foreningstorget.searchkit;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The filters of a query, put around what its text asks for. */
final class Filters {
    private final Query query;

    Filters(Fields fields, Query query) {
        this.query = query;
        query.where().keySet().forEach(facet -> require("facet", facet, fields.facets()));
        query.except().keySet().forEach(facet -> require("facet", facet, fields.facets()));
        query.ranges().forEach(range -> require("number", range.field(), fields.numbers()));
        switch (query.order()) {
            case Order.Relevance() -> {}
            case Order.Alphabetical(var field) -> require("sortable", field, fields.sortables());
            case Order.ByNumber(var field, _) -> require("number", field, fields.numbers());
        }
    }

    boolean isEmpty() {
        return query.where().isEmpty() && query.except().isEmpty() && query.ranges().isEmpty();
    }

    /** What the text asks for (null: everything), through all filters but that of one facet. */
    org.apache.lucene.search.Query around(
            org.apache.lucene.search.@Nullable Query asked, @Nullable String leftOut) {
        if (asked != null && isEmpty()) {
            return asked;
        }
        var all = new BooleanQuery.Builder();
        query.where()
                .forEach((facet, values) -> {
                    if (!facet.equals(leftOut)) {
                        all.add(anyOf(facet, values), Occur.FILTER);
                    }
                });
        query.ranges().forEach(range -> all.add(within(range), Occur.FILTER));
        query.except().forEach((facet, values) -> all.add(anyOf(facet, values), Occur.MUST_NOT));
        all.add(asked == null ? MatchAllDocsQuery.INSTANCE : asked, Occur.MUST);
        return all.build();
    }

    private static org.apache.lucene.search.Query anyOf(String facet, Set<String> values) {
        var name = Names.facet(facet);
        if (values.size() == 1) {
            return new TermQuery(new Term(name, values.iterator().next()));
        }
        Collection<BytesRef> terms = values.stream().map(BytesRef::new).toList();
        return new TermInSetQuery(name, terms);
    }

    private static org.apache.lucene.search.Query within(Range range) {
        long from = range.from() == null ? Long.MIN_VALUE : range.from();
        if (range.to() != null && range.to() <= from) {
            return new org.apache.lucene.search.MatchNoDocsQuery("an empty range");
        }
        long last = range.to() == null ? Long.MAX_VALUE : range.to() - 1;
        return LongField.newRangeQuery(Names.number(range.field()), from, last);
    }

    private static void require(String kind, String field, Set<String> declared) {
        if (!declared.contains(field)) {
            throw new IllegalArgumentException(
                    "no " + kind + " field " + field + " among " + List.copyOf(declared));
        }
    }
}
