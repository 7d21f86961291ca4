package se.foreningstorget.eventkit.watch;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;

/** What waits in the outboxes of a service's documents. */
final class Unsent {
    /** More than this is an alarm anyway, and only counted so far. */
    private static final int MOST = 10_000;

    /**
     * @param documents how many have something to send
     * @param oldestSeconds how long the oldest event of them has waited
     */
    record Waiting(long documents, double oldestSeconds) {
        static final Waiting UNKNOWN = new Waiting(-1, Double.NaN);
    }

    private final MongoDatabase database;
    private final InstantSource clock;
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();

    Unsent(MongoDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    Waiting of(String topic) {
        return waiting.getOrDefault(topic, Waiting.UNKNOWN);
    }

    /** As the relay's sweep does, by the index on pending; the collection has the topic's name. */
    void look(String topic) {
        long documents = 0;
        Instant now = clock.instant();
        Instant oldest = now;
        var pending =
                database.getCollection(topic.substring(topic.indexOf('.') + 1))
                        .find(new Document("pending", true))
                        .projection(Projections.include("outbox.at"))
                        .limit(MOST);
        try (var cursor = pending.iterator()) {
            while (cursor.hasNext()) {
                documents++;
                for (var event : cursor.next().getList("outbox", Document.class)) {
                    var at = Instant.parse(event.getString("at"));
                    oldest = at.isBefore(oldest) ? at : oldest;
                }
            }
        }
        waiting.put(topic, new Waiting(documents, Duration.between(oldest, now).toMillis() / 1e3));
    }
}
