package se.foreningstorget.searchkit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first hits, counts all of them, and for some facets how many hits each value has.
 *
 * <p>In one pass, and without Lucene's own way of running several collectors side by side, which
 * takes as long again as the counting.
 */
final class Tally implements CollectorManager<Tally.Counter, Tally.Result> {
    private final Map<String, FacetColumns> facets;
    private final @Nullable TopFieldCollectorManager top;

    /**
     * The first hits, if asked for, all hits, and the hits of each value of each facet, most first.
     */
    record Result(ScoreDoc[] first, long total, Map<String, Map<String, Long>> counts) {}

    Tally(Map<String, FacetColumns> facets, @Nullable TopFieldCollectorManager top) {
        this.facets = facets;
        this.top = top;
    }

    @Override
    public Counter newCollector() {
        return new Counter(top == null ? null : top.newCollector());
    }

    @Override
    public Result reduce(Collection<Counter> counters) throws IOException {
        long total = 0;
        var tops = new ArrayList<TopFieldCollector>();
        var counts = new LinkedHashMap<String, Map<String, Long>>();
        for (var counter : counters) {
            total += counter.total;
            if (counter.top != null) {
                tops.add(counter.top);
            }
            int i = 0;
            for (var facet : facets.entrySet()) {
                counts.merge(
                        facet.getKey(),
                        named(facet.getValue().values(), counter.counts[i++]),
                        Tally::sum);
            }
        }
        var first = top == null ? new ScoreDoc[0] : top.reduce(tops).scoreDocs;
        return new Result(first, total, counts);
    }

    private static Map<String, Long> named(List<String> values, int[] counts) {
        record Count(String value, long hits) {}
        var found = new ArrayList<Count>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                found.add(new Count(values.get(i), counts[i]));
            }
        }
        found.sort(Comparator.comparing(Count::hits).reversed().thenComparing(Count::value));
        var named = new LinkedHashMap<String, Long>();
        found.forEach(count -> named.put(count.value(), count.hits()));
        return named;
    }

    private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        var sum = new LinkedHashMap<>(one);
        other.forEach((value, hits) -> sum.merge(value, hits, Long::sum));
        return sum;
    }

    /** Counts along one thread's share of the segments. */
    final class Counter implements Collector {
        private final @Nullable TopFieldCollector top;
        private final int[][] counts = new int[facets.size()][0];
        private long total;

        Counter(@Nullable TopFieldCollector top) {
            this.top = top;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
            var columns = new FacetColumns.Column[facets.size()];
            int i = 0;
            for (var facet : facets.values()) {
                columns[i] = facet.of(segment.reader());
                counts[i] =
                        Arrays.copyOf(counts[i], Math.max(counts[i].length, facet.values().size()));
                i++;
            }
            var first = top == null ? null : top.getLeafCollector(segment);
            return new LeafCollector() {
                @Override
                public void setScorer(Scorable scorer) throws IOException {
                    if (first != null) {
                        first.setScorer(scorer);
                    }
                }

                @Override
                public void collect(int document) throws IOException {
                    total++;
                    for (int facet = 0; facet < columns.length; facet++) {
                        columns[facet].count(document, counts[facet]);
                    }
                    if (first != null) {
                        first.collect(document);
                    }
                }
            };
        }

        @Override
        public ScoreMode scoreMode() {
            return top != null && top.scoreMode().needsScores()
                    ? ScoreMode.COMPLETE
                    : ScoreMode.COMPLETE_NO_SCORES;
        }

        @Override
        public void setWeight(Weight weight) {
            if (top != null) {
                top.setWeight(weight);
            }
        }
    }
}
