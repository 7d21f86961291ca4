package se.foreningstorget.notification.mail;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.bson.Document;
import se.foreningstorget.eventkit.Documents;

/** The few mails that could never be delivered, apart from the many, so that staff can look. */
final class FailedMails {
    private static final int DUPLICATE_KEY = 11_000;

    private final MongoCollection<Document> collection;

    FailedMails(MongoDatabase database) {
        this.collection = database.getCollection("failed-mails");
    }

    /**
     * A mail that failed.
     *
     * @param to masked
     */
    record FailedMail(
            String id,
            String to,
            String subject,
            String reason,
            long attempts,
            Instant queuedAt,
            Instant failedAt) {}

    void add(LedgerMail mail, String reason, Instant now) {
        var failed =
                new FailedMail(
                        mail.id(),
                        MaskedAddress.of(mail.to()),
                        mail.subject(),
                        reason,
                        mail.attempts(),
                        mail.queuedAt(),
                        now);
        try {
            collection.insertOne(
                    new Document("_id", mail.id()).append("mail", Documents.of(failed)));
        } catch (MongoWriteException refused) {
            if (refused.getError().getCode() != DUPLICATE_KEY) {
                throw refused;
            }
        }
    }

    /** Takes away those that staff need not see any more. */
    void dispose(Predicate<Instant> isDue) {
        all().stream()
                .filter(mail -> isDue.test(mail.failedAt()))
                .forEach(mail -> collection.deleteOne(new Document("_id", mail.id())));
    }

    /** All of them, the newest first. */
    List<FailedMail> all() {
        var all = new ArrayList<FailedMail>();
        for (var document : collection.find()) {
            all.add(Documents.read(document.get("mail"), FailedMail.class));
        }
        all.sort(Comparator.comparing(FailedMail::failedAt).reversed());
        return all;
    }
}
