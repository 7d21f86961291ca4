package se.foreningstorget.register.leads;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bson.Document;
import se.foreningstorget.contracts.register.LeadId;
import se.foreningstorget.eventkit.TryLater;

/**
 * The short numbers of leads, each given once: documents {@code {_id: number, lead}}, inserted if
 * absent.
 *
 * <p>Which numbers a lead tries, and in which order, follows from its id. So a claim whose answer
 * was lost, or whose lead was never left, is found again by the next attempt of the same lead: it
 * needs no deadline and no confirmation.
 */
final class LeadNumbers {
    private static final int MOST_ATTEMPTS = 100;
    private static final int DUPLICATE_KEY = 11_000;

    private final MongoCollection<Document> claims;

    LeadNumbers(MongoDatabase database) {
        this.claims = database.getCollection("lead-numbers");
    }

    /** The lead's own number, the same at every call. */
    String claim(LeadId lead) {
        try {
            for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
                var number = candidate(lead, attempt);
                if (isClaimed(number, lead)) {
                    return number;
                }
            }
        } catch (MongoException away) {
            throw new TryLater("store-away", "the store did not answer", away);
        }
        throw new TryLater("busy", "no short number is free for " + lead, null);
    }

    private boolean isClaimed(String number, LeadId lead) {
        var holder = claims.find(new Document("_id", number)).first();
        if (holder != null) {
            return lead.value().equals(holder.getString("lead"));
        }
        try {
            claims.insertOne(new Document("_id", number).append("lead", lead.value()));
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCode() != DUPLICATE_KEY) {
                throw refused;
            }
            var other = claims.find(new Document("_id", number)).first();
            return other != null && lead.value().equals(other.getString("lead"));
        }
    }

    static String candidate(LeadId lead, int attempt) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest((lead + "/" + attempt).getBytes(StandardCharsets.UTF_8));
            int number = Math.floorMod(ByteBuffer.wrap(digest).getLong(), 1_000_000);
            return "%03d-%03d".formatted(number / 1_000, number % 1_000);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
