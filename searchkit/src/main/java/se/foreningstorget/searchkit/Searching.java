package se.foreningstorget.searchkit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;

/** Answers a query with a page. */
final class Searching {
    /** With fewer hits than this, a text of several words is read again, less strictly. */
    private static final int FEW = 3;

    private final Fields fields;
    private final Map<String, FacetColumns> facets = new LinkedHashMap<>();
    private volatile @Nullable Everything everything;

    Searching(Fields fields) {
        this.fields = fields;
        fields.facets().forEach(facet -> facets.put(facet, new FacetColumns(facet)));
    }

    /** What everything counts up to in one view of the index. */
    private record Everything(IndexReader.CacheKey view, Tally.Result tally) {}

    /** The hits of one reading of the text. */
    private record Found(
            Reading reading,
            @Nullable AskedText text,
            ScoreDoc[] first,
            Tally.Result tally,
            org.apache.lucene.search.@Nullable Query asked) {}

    Page search(IndexSearcher searcher, Query query) throws IOException {
        var filters = new Filters(fields, query);
        var cursor = query.cursor();
        var after = cursor == null ? null : Cursor.read(cursor, query.order());
        var found = find(searcher, query, filters, after);
        var hits = hits(searcher, found, query.limit());
        var docs = found.first();
        var next =
                docs.length > query.limit()
                        ? new Cursor(found.reading(), (FieldDoc) docs[query.limit() - 1])
                                .write(query.order())
                        : null;
        return new Page(hits, found.tally().total(), next, counts(searcher, query, filters, found));
    }

    Optional<byte[]> get(IndexSearcher searcher, String id) throws IOException {
        var top = searcher.search(new TermQuery(new Term(Names.ID, id)), 1);
        return top.scoreDocs.length == 0
                ? Optional.empty()
                : Optional.of(shown(searcher, top.scoreDocs[0].doc).payload());
    }

    private Found find(IndexSearcher searcher, Query query, Filters filters, @Nullable Cursor after)
            throws IOException {
        var text = query.text();
        if (text == null || text.isBlank()) {
            return find(searcher, query, filters, after, Reading.ALL_WORDS, null);
        }
        var asked = AskedText.of(searcher, text);
        if (after != null) {
            var reading = after.reading();
            return find(searcher, query, filters, after, reading, asked.as(reading));
        }
        var found = find(searcher, query, filters, null, Reading.ALL_WORDS, asked);
        for (var laxer : List.of(Reading.SOME_WORDS, Reading.KINDRED)) {
            if (found.tally().total() < fewFor(laxer) && asked.isWorthReading(laxer)) {
                found = find(searcher, query, filters, null, laxer, asked.as(laxer));
            }
        }
        return found;
    }

    /** Fewer hits than this, and a text is read again so. */
    private static int fewFor(Reading laxer) {
        return laxer == Reading.KINDRED ? 1 : FEW;
    }

    private Found find(
            IndexSearcher searcher,
            Query query,
            Filters filters,
            @Nullable Cursor after,
            Reading reading,
            @Nullable AskedText text)
            throws IOException {
        var asked = text == null ? null : text.query();
        if (asked == null && filters.isEmpty()) {
            var top = searcher.search(MatchAllDocsQuery.INSTANCE, top(query, after, 1));
            return new Found(reading, null, top.scoreDocs, everything(searcher), null);
        }
        var unfiltered = new LinkedHashMap<>(facets);
        unfiltered.keySet().removeAll(query.where().keySet());
        var tally =
                searcher.search(
                        filters.around(asked, null),
                        new Tally(unfiltered, top(query, after, Integer.MAX_VALUE)));
        return new Found(reading, text, tally.first(), tally, asked);
    }

    private static TopFieldCollectorManager top(
            Query query, @Nullable Cursor after, int countedAtLeast) {
        // One more than asked for tells whether there is a next page.
        return new TopFieldCollectorManager(
                sort(query.order()),
                query.limit() + 1,
                after == null ? null : after.last(),
                countedAtLeast);
    }

    /** The counts of everything, asked for by every visitor of a front page: once per view. */
    private Tally.Result everything(IndexSearcher searcher) throws IOException {
        var view = searcher.getIndexReader().getReaderCacheHelper().getKey();
        var last = everything;
        if (last == null || last.view() != view) {
            last =
                    new Everything(
                            view,
                            searcher.search(MatchAllDocsQuery.INSTANCE, new Tally(facets, null)));
            everything = last;
        }
        return last.tally();
    }

    /** A filtered facet is counted by itself, with its own filter off. */
    private Map<String, Map<String, Long>> counts(
            IndexSearcher searcher, Query query, Filters filters, Found found) throws IOException {
        var counts = new LinkedHashMap<String, Map<String, Long>>();
        for (var facet : facets.entrySet()) {
            var name = facet.getKey();
            if (query.where().containsKey(name)) {
                var alone = new Tally(Map.of(name, facet.getValue()), null);
                var result = searcher.search(filters.around(found.asked(), name), alone);
                counts.putAll(result.counts());
            } else {
                counts.put(name, found.tally().counts().getOrDefault(name, Map.of()));
            }
        }
        return counts;
    }

    private List<Hit> hits(IndexSearcher searcher, Found found, int limit) throws IOException {
        var reasons = found.text() == null ? null : new Reasons(fields, found.text().keys());
        var hits = new ArrayList<Hit>();
        for (ScoreDoc doc : found.first()) {
            if (hits.size() < limit) {
                var shown = shown(searcher, doc.doc);
                var why = reasons == null ? List.<Reason>of() : reasons.of(shown.texts());
                hits.add(new Hit(shown.id(), shown.payload(), why));
            }
        }
        return hits;
    }

    private Shown shown(IndexSearcher searcher, int document) throws IOException {
        var segments = searcher.getLeafContexts();
        var segment = segments.get(ReaderUtil.subIndex(document, segments));
        var values = DocValues.getBinary(segment.reader(), Names.SHOWN);
        if (!values.advanceExact(document - segment.docBase)) {
            throw new IllegalStateException("an entry without its bytes");
        }
        return Shown.read(fields, values.binaryValue());
    }

    private static Sort sort(Order order) {
        var byId = new SortField(Names.ID, SortField.Type.STRING);
        return switch (order) {
            case Order.Relevance() -> new Sort(SortField.FIELD_SCORE, byId);
            case Order.Alphabetical(var field) ->
                    new Sort(
                            new SortField(
                                    Names.sortable(field),
                                    SortField.Type.STRING,
                                    false,
                                    SortField.STRING_LAST),
                            byId);
            case Order.ByNumber(var field, var descending) ->
                    new Sort(byNumber(Names.number(field), descending), byId);
        };
    }

    private static SortField byNumber(String name, boolean descending) {
        var which = descending ? SortedNumericSelector.Type.MAX : SortedNumericSelector.Type.MIN;
        long missing = descending ? Long.MIN_VALUE : Long.MAX_VALUE;
        return LongField.newSortField(name, descending, which, missing);
    }
}
