package se.foreningstorget.eventkit;

import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonDocument;
import se.foreningstorget.eventkit.StoreProxy.Fate;
import se.foreningstorget.eventkit.StoreProxy.Script;

/** What stores have been seen to do to a command. */
final class Fates {
    private Fates() {}

    /** A unique index says there is such a document already. */
    static BsonDocument duplicateKey() {
        return writeError(11_000, "E11000 duplicate key error");
    }

    static BsonDocument writeError(int code, String message) {
        return BsonDocument.parse(
                "{ok: 1, n: 0, writeErrors: [{index: 0, code: %d, errmsg: '%s'}]}"
                        .formatted(code, message));
    }

    /** The store is no longer, or not yet, the one to write to. */
    static BsonDocument steppedDown(int code) {
        return BsonDocument.parse(
                "{ok: 0, code: %d, codeName: 'N%d', errmsg: 'not now'}".formatted(code, code));
    }

    /** Written here, but who knows about the others. */
    static BsonDocument notByTheMajority(int code) {
        return BsonDocument.parse(
                "{ok: 1, n: 1, nModified: 1, writeConcernError: {code: %d, codeName: 'N%d',"
                                .formatted(code, code)
                        + " errmsg: 'not now'}}");
    }

    /** The first so many commands that hold this text meet the fate, the others pass. */
    static Once first(int times, String holding, Fate fate) {
        return new Once(new AtomicInteger(times), holding, fate, new AtomicInteger());
    }

    /** A fate that comes a few times, and counts the commands it is for. */
    record Once(AtomicInteger left, String holding, Fate fate, AtomicInteger seen)
            implements Script {
        @Override
        public Fate on(BsonDocument command) {
            if (!command.toJson().contains(holding)) {
                return StoreProxy.PASS;
            }
            seen.incrementAndGet();
            return left.getAndDecrement() > 0 ? fate : StoreProxy.PASS;
        }
    }
}
