package se.foreningstorget.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A collection that finds by its indexes whenever it can and never changes a stored document. */
final class StoreCollection extends H2Collection {
    private final MVMap<Object, Document> documents;

    // Only touched by methods that hold this collection's monitor.
    private boolean updating;

    StoreCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> sizes,
            CursorRegistry cursors) {
        super(database, name, options, documents, sizes, cursors);
        this.documents = documents;
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector,
            Document update,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        updating = true;
        try {
            return super.updateDocuments(selector, update, arrayFilters, isMulti, isUpsert, oplog);
        } finally {
            updating = false;
        }
    }

    @Override
    public synchronized Document findAndModify(Document query) {
        updating = true;
        try {
            return super.findAndModify(query);
        } finally {
            updating = false;
        }
    }

    /*
     * The class above uses an index only when the query names the index's keys and nothing else. Here
     * it is enough that the query, its $and taken apart, binds all keys of an index among other
     * conditions: every candidate is matched against the whole query afterwards.
     *
     * The class above also changes the stored document itself when it updates, while a reader's reply
     * with the same object may be on its way to the socket: updates work on a copy.
     */
    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fields) {
        var found =
                candidates(query)
                        .map(positions ->
                                matchDocuments(
                                        query,
                                        positions,
                                        orderBy,
                                        numberToSkip,
                                        limit,
                                        batchSize,
                                        fields))
                        .orElseGet(() ->
                                super.queryDocuments(
                                        query, orderBy, numberToSkip, limit, batchSize, fields));
        return updating ? copied(found) : found;
    }

    private static QueryResult copied(QueryResult found) {
        return new QueryResult(
                StreamSupport.stream(found.spliterator(), false)
                        .map(Document::cloneDeeply)
                        .toList());
    }

    private Optional<Iterable<Object>> candidates(Document query) {
        var bound = QueryTerms.of(query);
        for (var index : getIndexes()) {
            var keys = boundKeys(index, bound);
            if (keys.isPresent() && index.canHandle(keys.get())) {
                return Optional.of(index.getPositions(keys.get()));
            }
        }
        return bound.idRange().map(range -> range.keysOf(documents));
    }

    private static Optional<Document> boundKeys(Index<Object> index, QueryTerms bound) {
        var keys = new Document();
        for (var key : index.getKeys()) {
            var value = bound.value(key.getKey());
            if (value == null) {
                return Optional.empty();
            }
            keys.put(key.getKey(), value);
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys);
    }
}
