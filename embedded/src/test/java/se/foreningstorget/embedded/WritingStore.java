package se.foreningstorget.embedded;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.UUID;
import org.bson.Document;

/** A process that owns a store, writes to it without end and says what was acknowledged. */
final class WritingStore {
    static final int SHARED_DOCUMENTS = 20;
    private static final int THREADS = 8;

    private WritingStore() {}

    public static void main(String[] arguments) throws InterruptedException {
        var durability = Durability.valueOf(arguments[1]);
        var store = EmbeddedStore.start(Path.of(arguments[0]), 0, durability);
        var things =
                MongoClients.create(store.connectionString())
                        .getDatabase("crash")
                        .getCollection("things");
        things.createIndex(
                new Document("_id", 1).append("version", 1),
                new com.mongodb.client.model.IndexOptions().unique(true));
        for (int i = 0; i < THREADS; i++) {
            var seed = i;
            Thread.ofPlatform().start(() -> write(things, seed));
        }
        Thread.currentThread().join();
    }

    private static void write(MongoCollection<Document> things, int seed) {
        for (int i = seed; ; i++) {
            insert(things);
            raise(things, "shared-" + i % SHARED_DOCUMENTS);
        }
    }

    private static void insert(MongoCollection<Document> things) {
        var id = UUID.randomUUID().toString();
        things.insertOne(
                new Document("_id", id).append("version", 0).append("text", "x".repeat(300)));
        say("inserted " + id);
    }

    private static void raise(MongoCollection<Document> things, String id) {
        var found = things.find(new Document("_id", id)).first();
        if (found == null) {
            try {
                things.insertOne(new Document("_id", id).append("version", 0));
                say("raised " + id + " 0");
            } catch (com.mongodb.MongoWriteException e) {
                // Another thread was first.
            }
            return;
        }
        var version = found.getInteger("version");
        var updated =
                things.updateOne(
                        new Document("_id", id).append("version", version),
                        new Document("$set", new Document("version", version + 1))
                                .append(
                                        "$push",
                                        new Document(
                                                "log",
                                                new Document("$each", java.util.List.of(version))
                                                        .append("$slice", -200))));
        if (updated.getMatchedCount() == 1) {
            say("raised " + id + " " + (version + 1));
        } else {
            // What was read is in the file as well, or else a crash could take back what was seen.
            say("raised " + id + " " + version);
        }
    }

    private static void say(String line) {
        synchronized (System.out) {
            System.out.println(line + ";");
            System.out.flush();
        }
    }
}
