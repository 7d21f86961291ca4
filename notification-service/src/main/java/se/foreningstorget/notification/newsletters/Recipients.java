package se.foreningstorget.notification.newsletters;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import org.bson.Document;
import se.foreningstorget.contracts.notification.NewsletterId;

/** How many each issue went to, noted when the last of its mails was queued. */
final class Recipients {
    private final MongoCollection<Document> collection;

    Recipients(MongoDatabase database) {
        this.collection = database.getCollection("newsletter-recipients");
    }

    /** Empty while the mails are being queued. */
    Optional<Integer> of(NewsletterId id) {
        return Optional.ofNullable(collection.find(new Document("_id", id.value())).first())
                .map(document -> document.getInteger("count"));
    }

    void note(NewsletterId id, int count) {
        collection.replaceOne(
                new Document("_id", id.value()),
                new Document("_id", id.value()).append("count", count),
                new ReplaceOptions().upsert(true));
    }
}
