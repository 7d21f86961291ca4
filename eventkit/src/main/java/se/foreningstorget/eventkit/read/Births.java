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
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.eventkit.Publisher;

/**
 * When each reaction first ran: what happened before is none of its business. One that was there
 * before its topic's first record has nothing to leave out, and no clock set back can make it.
 */
final class Births {
    private static final Instant BEFORE_ANYTHING = Instant.EPOCH;

    private final MongoCollection<Document> collection;
    private final Publisher log;
    private final InstantSource clock;

    Births(MongoDatabase database, Publisher log, InstantSource clock) {
        this.collection = database.getCollection("reaction-births");
        this.log = log;
        this.clock = clock;
    }

    Instant of(String reaction, Topic<?, ?> topic) {
        var known = collection.find(new Document("_id", reaction)).first();
        return known == null ? born(reaction, topic) : at(known);
    }

    private Instant born(String reaction, Topic<?, ?> topic) {
        var birth =
                log.hasAnythingOn(topic)
                        ? clock.instant().truncatedTo(ChronoUnit.MILLIS)
                        : BEFORE_ANYTHING;
        return at(
                Objects.requireNonNull(
                        collection.findOneAndUpdate(
                                new Document("_id", reaction),
                                new Document("$setOnInsert", new Document("at", birth.toString())),
                                new FindOneAndUpdateOptions()
                                        .upsert(true)
                                        .returnDocument(ReturnDocument.AFTER))));
    }

    private static Instant at(Document birth) {
        return Instant.parse(birth.getString("at"));
    }
}
