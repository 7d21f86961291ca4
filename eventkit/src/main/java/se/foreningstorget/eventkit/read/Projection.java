package se.foreningstorget.eventkit.read;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import se.foreningstorget.eventkit.Documents;

/**
 * What a service keeps of another's aggregates: one document a key, {@code {_id, stateSeq, state}},
 * that only ever moves forward. Nothing is deleted, since a late duplicate would revive it.
 *
 * @param <S> the state on the topic
 * @param <P> the part of it that is kept
 */
public final class Projection<S, P> {
    private static final int DUPLICATE_KEY = 11_000;

    private final MongoCollection<Document> collection;
    private final Class<P> type;
    private final Function<S, P> kept;

    public Projection(MongoCollection<Document> collection, Class<P> type, Function<S, P> kept) {
        this.collection = collection;
        this.type = type;
        this.kept = kept;
        // the first time, on what is there already, it may take long
        collection
                .withTimeout(5, TimeUnit.MINUTES)
                .createIndex(Indexes.ascending("_id", "stateSeq"), new IndexOptions().unique(true));
    }

    public Optional<P> find(String key) {
        return Optional.ofNullable(collection.find(new Document("_id", key)).first())
                .map(this::read);
    }

    /** Every one; a scan, never on a request's way. */
    public void forEach(Consumer<P> reader) {
        try (var cursor =
                collection
                        .withTimeout(60, TimeUnit.SECONDS)
                        .find()
                        .timeoutMode(TimeoutMode.ITERATION)
                        .iterator()) {
            cursor.forEachRemaining(document -> reader.accept(read(document)));
        }
    }

    /** Whether exactly this state is what is kept for the key; for checks. */
    public boolean holds(String key, S state, long stateSeq) {
        var stored = collection.find(new Document("_id", key)).first();
        return stored != null
                && stored.getLong("stateSeq") == stateSeq
                && read(stored)
                        .equals(read(new Document("state", Documents.of(kept.apply(state)))));
    }

    /** How many are kept. */
    public long count() {
        return collection.countDocuments();
    }

    /** Keeps the state unless one at least as new is kept already. */
    void put(String key, S state, long stateSeq) {
        var document =
                new Document("stateSeq", stateSeq).append("state", Documents.of(kept.apply(state)));
        while (true) {
            var stored = collection.find(new Document("_id", key)).first();
            if (stored == null ? inserted(key, document) : settled(key, stored, document)) {
                return;
            }
        }
    }

    private boolean inserted(String key, Document document) {
        try {
            var first = new Document("_id", key);
            first.putAll(document);
            collection.insertOne(first);
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCode() == DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }

    private boolean settled(String key, Document stored, Document document) {
        long storedSeq = stored.getLong("stateSeq");
        if (storedSeq >= document.getLong("stateSeq")) {
            return true;
        }
        return collection
                        .updateOne(
                                new Document("_id", key).append("stateSeq", storedSeq),
                                new Document("$set", document))
                        .getMatchedCount()
                == 1;
    }

    private P read(Document document) {
        return Documents.read(document.get("state"), type);
    }
}
