package se.foreningstorget.notification.subscriptions;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.notification.SubscriberId;

/**
 * Anybody can type anybody's address: no mailbox gets more than three mails an hour by that,
 * whether it subscribes or not. One small document an address: {@code {_id, version, asks:
 * [{request, at}]}}.
 */
final class AskLimit {
    private static final int MOST = 3;
    static final Duration WITHIN = Duration.ofHours(1);
    private static final int DUPLICATE_KEY = 11_000;

    private final MongoCollection<Document> collection;

    AskLimit(MongoDatabase database) {
        this.collection = database.getCollection("ask-limits");
        collection.createIndex(
                Indexes.ascending("_id", "version"), new IndexOptions().unique(true));
    }

    /** Whether the request may lead to a mail; a repeat of one that might still may. */
    boolean admits(SubscriberId id, String request, Instant now) {
        while (true) {
            var stored = collection.find(new Document("_id", id.value())).first();
            var asks = recent(stored, now);
            if (asks.stream().anyMatch(ask -> request.equals(ask.getString("request")))) {
                return true;
            }
            if (asks.size() >= MOST) {
                return false;
            }
            asks.add(new Document("request", request).append("at", now.toString()));
            if (written(id, stored, asks)) {
                return true;
            }
        }
    }

    /** Takes away what counts no more; a scan, for the clock. */
    void dispose(Predicate<Instant> isDue) {
        var all = collection.withTimeout(60, TimeUnit.SECONDS).find();
        try (var cursor = all.timeoutMode(TimeoutMode.ITERATION).iterator()) {
            while (cursor.hasNext()) {
                var stored = cursor.next();
                boolean due =
                        stored.getList("asks", Document.class).stream()
                                .allMatch(ask -> isDue.test(Instant.parse(ask.getString("at"))));
                if (due) {
                    collection.deleteOne(
                            new Document("_id", stored.getString("_id"))
                                    .append("version", stored.getLong("version")));
                }
            }
        }
    }

    private static List<Document> recent(@Nullable Document stored, Instant now) {
        if (stored == null) {
            return new ArrayList<>();
        }
        var from = now.minus(WITHIN);
        return new ArrayList<>(
                stored.getList("asks", Document.class).stream()
                        .filter(ask -> Instant.parse(ask.getString("at")).isAfter(from))
                        .toList());
    }

    private boolean written(SubscriberId id, @Nullable Document stored, List<Document> asks) {
        if (stored != null) {
            long version = stored.getLong("version");
            return collection
                            .updateOne(
                                    new Document("_id", id.value()).append("version", version),
                                    new Document(
                                            "$set",
                                            new Document("version", version + 1)
                                                    .append("asks", asks)))
                            .getMatchedCount()
                    == 1;
        }
        try {
            collection.insertOne(
                    new Document("_id", id.value()).append("version", 1L).append("asks", asks));
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCode() == DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }
}
