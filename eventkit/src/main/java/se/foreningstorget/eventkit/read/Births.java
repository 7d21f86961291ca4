package se.foreningstorget.eventkit.read;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.bson.Document;

/** When each reaction first ran: what happened before is none of its business. */
final class Births {
    private final MongoCollection<Document> collection;
    private final InstantSource clock;

    Births(MongoDatabase database, InstantSource clock) {
        this.collection = database.getCollection("reaction-births");
        this.clock = clock;
    }

    Instant of(String reaction) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        var born =
                collection.findOneAndUpdate(
                        new Document("_id", reaction),
                        new Document("$setOnInsert", new Document("at", now)),
                        new FindOneAndUpdateOptions()
                                .upsert(true)
                                .returnDocument(ReturnDocument.AFTER));
        return Instant.parse(Objects.requireNonNull(born).getString("at"));
    }
}
