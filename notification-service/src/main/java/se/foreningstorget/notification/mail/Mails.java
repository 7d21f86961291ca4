package se.foreningstorget.notification.mail;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.bson.Document;
import se.foreningstorget.eventkit.Documents;

/**
 * The ledger of mails: one document a mail and recipient, which moves from queued to sent, failed
 * or withdrawn. Every step is an update on the condition {@code {_id, attempts}}, so that of two
 * couriers with the same mail only one goes on.
 */
public final class Mails {
    private static final int DUPLICATE_KEY = 11_000;

    private final MongoCollection<Document> collection;
    private final FailedMails failed;
    private final InstantSource clock;
    private volatile BiConsumer<String, Instant> courier = (_, _) -> {};

    public Mails(MongoDatabase database, InstantSource clock) {
        this.collection = database.getCollection("mails");
        this.failed = new FailedMails(database);
        this.clock = clock;
        collection.createIndex(
                Indexes.ascending("_id", "attempts"), new IndexOptions().unique(true));
        collection.createIndex(Indexes.ascending("status"));
    }

    /** Makes the mail lasting; it is sent soon. False when it was queued before. */
    public boolean queue(Mail mail) {
        var now = clock.instant();
        boolean added = inserted(Documents.of(LedgerMail.queued(mail, now)));
        // Told for a repeat as well: the first insert may have had a lost reply.
        courier.accept(mail.id(), now);
        return added;
    }

    /** Who is told of each mail's id, and when it is due. */
    void tell(BiConsumer<String, Instant> courier) {
        this.courier = courier;
    }

    Optional<LedgerMail> find(String id) {
        return Optional.ofNullable(collection.find(new Document("_id", id)).first())
                .map(document -> Documents.read(document, LedgerMail.class));
    }

    /** Every mail that is not settled; a scan, for the start and for the clock. */
    void forEachOpen(Opened reader) {
        var open =
                collection
                        .find(
                                Filters.in(
                                        "status",
                                        MailStatus.QUEUED.stored(),
                                        MailStatus.SENDING.stored()))
                        .projection(Projections.include("status", "dueAt"));
        try (var cursor = open.iterator()) {
            cursor.forEachRemaining(document ->
                    reader.found(
                            document.getString("_id"),
                            MailStatus.SENDING.stored().equals(document.getString("status")),
                            Instant.parse(document.getString("dueAt"))));
        }
    }

    /** The mail with the claim on it; empty when another courier has it. */
    Optional<LedgerMail> claim(LedgerMail mail, Instant until) {
        var claimed = mail.claimed(until);
        boolean won =
                updated(
                        mail,
                        Map.of(
                                "status", claimed.status().stored(),
                                "attempts", claimed.attempts(),
                                "dueAt", until.toString()));
        return won ? Optional.of(claimed) : Optional.empty();
    }

    void sent(LedgerMail claimed) {
        settled(claimed, MailStatus.SENT, Map.of("sentAt", clock.instant().toString()));
    }

    void again(LedgerMail claimed, Instant dueAt, String reason) {
        updated(
                claimed,
                Map.of(
                        "status", MailStatus.QUEUED.stored(),
                        "dueAt", dueAt.toString(),
                        "reason", reason));
    }

    /** Listed for staff first: after a crash in between it is refused and listed again. */
    void failed(LedgerMail claimed, String reason) {
        failed.add(claimed, reason, clock.instant());
        settled(claimed, MailStatus.FAILED, Map.of("reason", reason));
    }

    void withdrawn(LedgerMail mail) {
        settled(mail, MailStatus.WITHDRAWN, Map.of());
    }

    /**
     * Only that there was a mail, and what became of it, is kept: the text has keys in its links,
     * the address is somebody's, and nobody needs either any more.
     */
    private void settled(LedgerMail mail, MailStatus status, Map<String, Object> more) {
        var changes = new HashMap<>(more);
        changes.put("status", status.stored());
        changes.put("to", "");
        changes.put("subject", "");
        changes.put("text", "");
        changes.put("headers", new Document());
        updated(mail, changes);
    }

    /** Takes away the lines of settled mails; a scan, for the clock. */
    void dispose(Predicate<Instant> isDue) {
        var settled =
                collection
                        .withTimeout(60, TimeUnit.SECONDS)
                        .find()
                        .timeoutMode(TimeoutMode.ITERATION)
                        .projection(Projections.include("status", "queuedAt"));
        try (var cursor = settled.iterator()) {
            while (cursor.hasNext()) {
                var mail = cursor.next();
                boolean open =
                        MailStatus.QUEUED.stored().equals(mail.getString("status"))
                                || MailStatus.SENDING.stored().equals(mail.getString("status"));
                if (!open && isDue.test(Instant.parse(mail.getString("queuedAt")))) {
                    collection.deleteOne(new Document("_id", mail.getString("_id")));
                }
            }
        }
    }

    private boolean updated(LedgerMail found, Map<String, Object> changes) {
        return collection
                        .updateOne(
                                new Document("_id", found.id())
                                        .append("attempts", found.attempts()),
                                new Document("$set", new Document(changes)))
                        .getMatchedCount()
                == 1;
    }

    private boolean inserted(Document document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCode() == DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }

    /** Takes an open mail: its id, whether someone has claimed it, and when it is due. */
    interface Opened {
        void found(String id, boolean claimed, Instant dueAt);
    }
}
