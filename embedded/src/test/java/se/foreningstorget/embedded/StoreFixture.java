package se.foreningstorget.embedded;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.nio.file.Path;
import java.util.UUID;
import org.bson.Document;

/** A store and a client of it for the length of a test class; each database is new. */
final class StoreFixture implements AutoCloseable {
    private final EmbeddedStore store;
    private final MongoClient client;

    StoreFixture(Path folder) {
        store = EmbeddedStore.start(folder, 0);
        client = MongoClients.create(store.connectionString());
    }

    MongoClient client() {
        return client;
    }

    MongoDatabase freshDatabase() {
        return client.getDatabase("db" + UUID.randomUUID());
    }

    /** A collection with the unique index on id and version that every aggregate has. */
    MongoCollection<Document> freshCollection() {
        var things = freshDatabase().getCollection("things");
        things.createIndex(
                new Document("_id", 1).append("version", 1), new IndexOptions().unique(true));
        return things;
    }

    @Override
    public void close() {
        client.close();
        store.close();
    }
}
