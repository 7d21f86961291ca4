package se.foreningstorget.eventkit;

import com.mongodb.MongoException;
import java.util.Set;
import org.bson.BsonMaximumSizeExceededException;

/** Accepting this would make a record or document too large to send or store later. */
public class TooLarge extends RuntimeException {
    private static final Set<Integer> STORES_CODES = Set.of(10_334, 17_419, 17_420);

    public TooLarge(String message) {
        super(message);
    }

    /** BSONObjectTooLarge and the two older codes for the same, or the driver's own word for it. */
    public static boolean saysTheStore(Throwable trouble) {
        return trouble instanceof BsonMaximumSizeExceededException
                || trouble instanceof MongoException mongo
                        && STORES_CODES.contains(mongo.getCode());
    }
}
