package se.foreningstorget.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest {
    private static final int THREADS = 16;

    @TempDir Path folder;

    @Test
    void documentsAndIndexesSurviveARestartOnTheSamePort() {
        int port;
        try (var store = EmbeddedStore.start(folder, 0)) {
            port = store.port();
            try (var client = MongoClients.create(store.connectionString())) {
                var things = things(client);
                things.createIndex(new Document("name", 1), new IndexOptions().unique(true));
                things.insertOne(new Document("_id", "å").append("name", "Ängö").append("n", 1L));
            }
        }
        try (var store = EmbeddedStore.start(folder, port);
                var client = MongoClients.create(store.connectionString())) {
            var things = things(client);
            assertThat(store.port()).isEqualTo(port);
            assertThat(things.find(new Document("name", "Ängö")).first())
                    .isEqualTo(new Document("_id", "å").append("name", "Ängö").append("n", 1L));
            assertThat(things.listIndexes()).hasSize(2);
        }
    }

    @Test
    void noneOfManyConcurrentConditionalUpdatesIsLost() throws Exception {
        withClient(client -> {
            var things = things(client);
            things.createIndex(
                    new Document("_id", 1).append("version", 1), new IndexOptions().unique(true));
            things.insertOne(new Document("_id", "one").append("version", 0));
            var perThread = 50;
            try (var threads = Executors.newFixedThreadPool(THREADS)) {
                IntStream.range(0, THREADS)
                        .forEach(thread -> threads.execute(() -> raise(things, thread, perThread)));
            }
            var one = things.find(new Document("_id", "one")).first();
            assertThat(one.getInteger("version")).isEqualTo(THREADS * perThread);
            assertThat(one.getList("log", String.class))
                    .hasSize(THREADS * perThread)
                    .doesNotHaveDuplicates();
        });
    }

    private static void raise(MongoCollection<Document> things, int thread, int times) {
        for (int done = 0; done < times; ) {
            var found = things.find(new Document("_id", "one")).first();
            var version = found.getInteger("version");
            // A reply that was changed while it was on its way would fail here.
            assertThat(found.getList("log", String.class, java.util.List.of())).hasSize(version);
            var update =
                    new Document("$set", new Document("version", version + 1))
                            .append("$push", new Document("log", thread + "/" + done));
            var filter = new Document("_id", "one").append("version", version);
            done += (int) things.updateOne(filter, update).getModifiedCount();
        }
    }

    @Test
    void theFileStaysSmallWhenTheSameDocumentsChangeAgainAndAgain() throws Exception {
        var documents = 50;
        var updates = 20_000;
        withClient(client -> {
            var things = things(client);
            IntStream.range(0, documents)
                    .forEach(i ->
                            things.insertOne(
                                    new Document("_id", "thing-" + i)
                                            .append("n", 0)
                                            .append("text", "x".repeat(2_000))));
            try (var threads = Executors.newFixedThreadPool(4)) {
                IntStream.range(0, updates)
                        .forEach(i ->
                                threads.execute(() ->
                                        things.updateOne(
                                                new Document("_id", "thing-" + i % documents),
                                                new Document("$inc", new Document("n", 1)))));
            }
        });
        var live = documents * 2_100L;
        assertThat(Files.size(folder.resolve("store.mv"))).isLessThan(20 * live);
    }

    @Test
    void droppingADatabaseLeavesOthersWhoseNamesBeginAlike() throws Exception {
        withClient(client -> {
            client.getDatabase("venue").getCollection("a").insertOne(new Document());
            client.getDatabase("venue_old").getCollection("a").insertOne(new Document());
            client.getDatabase("venue").drop();
            assertThat(client.getDatabase("venue").getCollection("a").countDocuments()).isZero();
        });
        withClient(client ->
                assertThat(client.getDatabase("venue_old").getCollection("a").countDocuments())
                        .isEqualTo(1));
    }

    private void withClient(Consumer<MongoClient> work) {
        try (var store = EmbeddedStore.start(folder, 0);
                var client = MongoClients.create(store.connectionString())) {
            work.accept(client);
        }
    }

    private static MongoCollection<Document> things(MongoClient client) {
        return client.getDatabase("test").getCollection("things");
    }
}
