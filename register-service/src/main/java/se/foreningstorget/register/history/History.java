package se.foreningstorget.register.history;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.bson.Document;
import se.foreningstorget.eventkit.Documents;
import se.foreningstorget.eventkit.TryLater;

/**
 * What happened to the aggregates of one kind: one document an event, {@code {_id: <key>/<seq>,
 * line}}. It is kept by a reaction, so it follows a moment after; nothing decides by it.
 *
 * @param <L> what is kept of an event
 */
public final class History<L> {
    /** The most that is read back, the newest. */
    private static final int MOST = 200;

    private static final int DUPLICATE_KEY = 11_000;

    private final MongoCollection<Document> collection;
    private final Class<L> type;

    public History(MongoDatabase database, String collection, Class<L> type) {
        this.collection = database.getCollection(collection);
        this.type = type;
    }

    /** Keeps a line once: the same event a second time finds its document there already. */
    public void keep(String key, long seq, L line) {
        try {
            collection.insertOne(
                    new Document("_id", id(key, seq))
                            .append("seq", seq)
                            .append("line", Documents.of(line)));
        } catch (MongoWriteException refused) {
            if (refused.getError().getCode() != DUPLICATE_KEY) {
                throw refused;
            }
        }
    }

    /**
     * Empties a document's lines up to this event. What is left has the lines' ids, so that a late
     * repeat of an event finds its place taken.
     */
    public void empty(String key, long seq) {
        for (long one = 1; one <= seq; one++) {
            var id = new Document("_id", id(key, one));
            collection.replaceOne(
                    id, new Document(id).append("seq", one), new ReplaceOptions().upsert(true));
        }
    }

    /** Puts other lines in place of those that a change makes different; a scan, for the clock. */
    public void change(UnaryOperator<L> change) {
        var all = collection.withTimeout(60, TimeUnit.SECONDS).find();
        try (var cursor = all.timeoutMode(TimeoutMode.ITERATION).iterator()) {
            while (cursor.hasNext()) {
                var document = cursor.next();
                if (document.get("line") == null) {
                    continue;
                }
                var line = Documents.read(document.get("line"), type);
                var changed = change.apply(line);
                if (!changed.equals(line)) {
                    var id = new Document("_id", document.getString("_id"));
                    collection.updateOne(
                            id, new Document("$set", new Document("line", Documents.of(changed))));
                }
            }
        }
    }

    /**
     * The lines of a document, oldest first, as far as they are kept yet.
     *
     * @param seq the document's latest event: with it every line is looked up by its id, which is
     *     all that is quick on every store
     */
    public List<L> of(String key, long seq) {
        var ids =
                LongStream.rangeClosed(Math.max(1, seq - MOST + 1), seq)
                        .mapToObj(one -> id(key, one))
                        .toList();
        try {
            var found = collection.find(Filters.in("_id", ids)).into(new ArrayList<>());
            return found.stream()
                    .filter(document -> document.get("line") != null)
                    .sorted(Comparator.comparing(document -> document.getLong("seq")))
                    .map(document -> Documents.read(document.get("line"), type))
                    .toList();
        } catch (MongoException away) {
            throw new TryLater("store-away", "the store did not answer", away);
        }
    }

    private static String id(String key, long seq) {
        return key + "/" + seq;
    }
}
