package se.foreningstorget.eventkit.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.foreningstorget.testkit.Platform;

class UnsentTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final String name = "watch-" + UUID.randomUUID();
    private final MongoClient mongo = MongoClients.create(Platform.shared().mongoUri(name));
    private final MongoDatabase database = mongo.getDatabase(name);
    private final Unsent unsent = new Unsent(database, InstantSource.fixed(NOW));

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void anEmptyOutboxWaitsForNothing() {
        stored("a", false);
        unsent.look("owner.things");
        assertThat(unsent.of("owner.things")).isEqualTo(new Unsent.Waiting(0, 0));
    }

    @Test
    void theOldestEventOfAllOutboxesTells() {
        stored("a", true, NOW.minusSeconds(5), NOW);
        stored("b", true, NOW.minusSeconds(70), NOW.minusSeconds(1));
        stored("c", false);
        unsent.look("owner.things");
        assertThat(unsent.of("owner.things")).isEqualTo(new Unsent.Waiting(2, 70));
    }

    private void stored(String id, boolean pending, Instant... unsent) {
        var outbox =
                Stream.of(unsent)
                        .map(at -> new Document("at", at.toString()).append("seq", 1L))
                        .toList();
        database.getCollection("things")
                .insertOne(
                        new Document("_id", id)
                                .append("pending", pending)
                                .append("outbox", List.copyOf(outbox)));
    }
}
