package se.foreningstorget.searchkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;

/**
 * What can be searched of one kind of thing: put entries in, search, take a page.
 *
 * <p>The index is a cache. Its folder is wiped at opening, because the owner fills it from the
 * store at every start, and it is never committed. A search sees every put and removal that
 * returned before it began: the view is renewed by the first search after a change, so that filling
 * it with a hundred thousand entries costs one renewal. All methods may be called by many threads
 * at once.
 */
public final class Catalogue implements AutoCloseable {
    private static final double BUFFER_MB = 32;

    private final Path folder;
    private final Fields fields;
    private final Function<String, RuntimeException> refusal;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Searching searching;
    private final AtomicLong changes = new AtomicLong();
    private final ReentrantLock renewal = new ReentrantLock();
    private volatile long visible;

    private Catalogue(Path folder, Fields fields, Function<String, RuntimeException> refusal)
            throws IOException {
        this.folder = folder;
        this.fields = fields;
        this.refusal = refusal;
        this.searching = new Searching(fields);
        wipe(folder);
        this.directory = new MMapDirectory(folder);
        var similarity = new WeightOnly();
        this.writer =
                new IndexWriter(
                        directory,
                        new IndexWriterConfig()
                                .setRAMBufferSizeMB(BUFFER_MB)
                                .setSimilarity(similarity)
                                .setMergePolicy(
                                        new TieredMergePolicy().setForceMergeDeletesPctAllowed(0))
                                .setMaxFullFlushMergeWaitMillis(0)
                                .setCommitOnClose(false));
        this.searchers =
                new SearcherManager(
                        writer,
                        new SearcherFactory() {
                            @Override
                            public IndexSearcher newSearcher(
                                    IndexReader reader, IndexReader previous) {
                                var searcher = new IndexSearcher(reader);
                                searcher.setSimilarity(similarity);
                                // Entries change all the time, so a cache of filters would be
                                // filled more often than used.
                                searcher.setQueryCache(null);
                                return searcher;
                            }
                        });
    }

    /**
     * An empty catalogue in this folder; whatever lay there is deleted.
     *
     * @param refusal what a search throws that cannot be answered as it was asked, made of a code:
     *     {@code bad-cursor}. Searchkit knows no service, so each brings its own way of saying so
     */
    public static Catalogue open(
            Path folder, Fields fields, Function<String, RuntimeException> refusal) {
        try {
            return new Catalogue(folder, fields, refusal);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Adds the entry, in place of the one with the same id.
     *
     * @throws IllegalArgumentException when it has a field that was not declared
     */
    public void put(Entry entry) {
        var document = EntryDocument.of(fields, entry);
        change(() -> writer.updateDocument(new Term(Names.ID, entry.id()), document));
    }

    /** Takes away the entry with this id, if there is one. */
    public void remove(String id) {
        change(() -> writer.deleteDocuments(new Term(Names.ID, id)));
    }

    /** Has what was taken away or replaced leave the index's files too, not only its answers. */
    public void expunge() {
        change(() -> {
            writer.forceMergeDeletes();
            return 0;
        });
        size(); // lets go of the searcher that held the old files
    }

    /**
     * The page of hits that the query asks for.
     *
     * <p>Throws the refusal {@code bad-cursor} when the query's cursor is not one of this catalogue
     * and order.
     *
     * @throws IllegalArgumentException when it names a field that was not declared
     */
    public Page search(Query query) {
        try {
            return look(searcher -> searching.search(searcher, query));
        } catch (BadCursor bad) {
            throw refusal.apply("bad-cursor");
        }
    }

    /** The payload of the entry with this id. */
    public Optional<byte[]> get(String id) {
        return look(searcher -> searching.get(searcher, id));
    }

    /** How many entries there are. */
    public long size() {
        return look(searcher -> (long) searcher.getIndexReader().numDocs());
    }

    /** Closes the index and leaves its folder empty; searches under way may fail. */
    @Override
    public void close() {
        try {
            try (directory;
                    searchers) {
                writer.rollback();
            }
            wipe(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void change(Write write) {
        try {
            var unused = write.run();
            changes.incrementAndGet();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private <T> T look(Look<T> look) {
        try {
            renew();
            var searcher = searchers.acquire();
            try {
                return look.with(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Searches that wait for each other here share one renewal. */
    private void renew() throws IOException {
        long wanted = changes.get();
        if (visible >= wanted) {
            return;
        }
        renewal.lock();
        try {
            if (visible < wanted) {
                long seen = changes.get();
                searchers.maybeRefreshBlocking();
                visible = seen;
            }
        } finally {
            renewal.unlock();
        }
    }

    private static void wipe(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }

    /** A change of the index, giving Lucene's number of it. */
    private interface Write {
        long run() throws IOException;
    }

    /** A look at the index as it is at one moment. */
    private interface Look<T> {
        T with(IndexSearcher searcher) throws IOException;
    }
}
