package se.foreningstorget.register.leads;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.client.model.Projections;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private static final Logger log = LoggerFactory.getLogger(LeadNumbers.class);
    private static final int MOST_ATTEMPTS = 100;
    private static final int DUPLICATE_KEY = 11_000;

    private final MongoCollection<Document> claims;
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();
    private boolean looked; // the feed's alone

    LeadNumbers(MongoDatabase database) {
        this.claims = database.getCollection("lead-numbers");
    }

    /** The lead's own number, the same at every call. */
    String claim(LeadId lead) {
        try {
            for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
                var number = candidate(lead, attempt);
                if (isClaimed(number, lead)) {
                    claimed.add(number);
                    return number;
                }
            }
        } catch (MongoException away) {
            throw new TryLater("store-away", "the store did not answer", away);
        }
        throw new TryLater("busy", "no short number is free for " + lead, null);
    }

    /**
     * Makes up for a claim that is missing though the lead is there, as after a restore that knew
     * the lead from the log alone: its number must not be given to another. Told of every lead at
     * the start, so the claims are read once, and after that only what is missing is written.
     */
    void make(LeadId lead, String number) {
        if (!looked) {
            var all = claims.withTimeout(60, TimeUnit.SECONDS).find();
            try (var cursor =
                    all.timeoutMode(TimeoutMode.ITERATION)
                            .projection(Projections.include("_id"))
                            .iterator()) {
                cursor.forEachRemaining(claim -> claimed.add(claim.getString("_id")));
            }
            looked = true;
        }
        if (claimed.contains(number)) {
            return;
        }
        if (!isClaimed(number, lead)) {
            log.error("{}: its number {} is another lead's as well", lead, number);
        }
        claimed.add(number);
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
