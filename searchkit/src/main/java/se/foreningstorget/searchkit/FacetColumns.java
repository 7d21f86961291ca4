package se.foreningstorget.searchkit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/**
 * The values of one facet for every entry, kept in memory as numbers so that counting half a large
 * catalogue is a walk along an array.
 *
 * <p>Values are numbered once for the whole catalogue, segments' columns are read when first
 * counted and dropped with the segment. A value that no entry has any more keeps its number: facets
 * have few values.
 */
final class FacetColumns {
    private final String name;
    private final Map<IndexReader.CacheKey, Column> columns = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Integer> numbers = new HashMap<>();
    private volatile List<String> values = List.of();

    /**
     * The value numbers of a segment's entries.
     *
     * @param starts where the numbers of each entry start, with one more for the end; empty when
     *     every entry has exactly one
     */
    record Column(int[] starts, int[] numbers) {
        void count(int document, int[] counts) {
            if (starts.length == 0) {
                counts[numbers[document]]++;
                return;
            }
            for (int i = starts[document]; i < starts[document + 1]; i++) {
                counts[numbers[i]]++;
            }
        }
    }

    FacetColumns(String facet) {
        this.name = Names.facet(facet);
    }

    Column of(LeafReader segment) throws IOException {
        var cache = segment.getCoreCacheHelper();
        var column = columns.get(cache.getKey());
        if (column != null) {
            return column;
        }
        lock.lock();
        try {
            column = columns.get(cache.getKey());
            if (column == null) {
                column = read(segment);
                columns.put(cache.getKey(), column);
                cache.addClosedListener(columns::remove);
            }
            return column;
        } finally {
            lock.unlock();
        }
    }

    /** All values so far, by number; read the columns first. */
    List<String> values() {
        return values;
    }

    private Column read(LeafReader segment) throws IOException {
        var stored = DocValues.getSortedSet(segment, name);
        var known = new int[Math.toIntExact(stored.getValueCount())];
        for (int i = 0; i < known.length; i++) {
            known[i] = number(stored.lookupOrd(i).utf8ToString());
        }
        var starts = new int[segment.maxDoc() + 1];
        var read = new int[Math.max(16, segment.maxDoc())];
        int end = 0;
        for (int document = 0; document < segment.maxDoc(); document++) {
            starts[document] = end;
            if (stored.advanceExact(document)) {
                for (int left = stored.docValueCount(); left > 0; left--) {
                    if (end == read.length) {
                        read = Arrays.copyOf(read, end + end / 2);
                    }
                    read[end++] = known[(int) stored.nextOrd()];
                }
            }
        }
        starts[segment.maxDoc()] = end;
        boolean oneEach = IntStream.range(0, starts.length).allMatch(i -> starts[i] == i);
        return new Column(oneEach ? new int[0] : starts, Arrays.copyOf(read, end));
    }

    private int number(String value) {
        var number = numbers.get(value);
        if (number == null) {
            number = numbers.size();
            numbers.put(value, number);
            var more = new ArrayList<>(values);
            more.add(value);
            values = List.copyOf(more);
        }
        return number;
    }
}
