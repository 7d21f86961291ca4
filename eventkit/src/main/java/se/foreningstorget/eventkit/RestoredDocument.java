package se.foreningstorget.eventkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate's document as it goes back into a store after a loss. Its {@code seq} is past
 * anything ever sent, and it owes the log its present state, so that whoever has a copy, of
 * whatever age, takes this one.
 */
public final class RestoredDocument {
    private RestoredDocument() {}

    /**
     * @param backedUp as it lay in the store; null when only the log knows of it
     * @param last the record of the log with the newest state for this key; null when there is none
     * @param sentSeq the highest {@code seq} the log has for this key, 0 when none
     * @param forward whether a newer state in the log is taken instead of the backed up one
     * @param schema of a document that only the log knows of
     */
    public static Document of(
            String id,
            @Nullable Document backedUp,
            @Nullable EventRecord last,
            long sentSeq,
            boolean forward,
            int schema,
            Instant at) {
        long known = backedUp == null ? 0 : backedUp.getLong("seq");
        long stateSeq = last == null ? 0 : last.stateSeq();
        boolean fromLog = backedUp == null || (forward && stateSeq > known);
        var restored =
                backedUp == null
                        ? new Document("_id", id).append("schema", schema).append("version", 0L)
                        : new Document(backedUp);
        if (fromLog && last != null) {
            restored.append("state", Documents.of(last.state()));
        }
        var unsent = new ArrayList<Document>();
        if (!fromLog) {
            restored.getList("outbox", Document.class, List.of()).stream()
                    .filter(event -> event.getLong("seq") > sentSeq)
                    .forEach(unsent::add);
        }
        long seq = Math.max(Math.max(known, stateSeq), sentSeq) + 1;
        unsent.add(
                new Document("type", AggregateStore.REPUBLISHED)
                        .append("data", new Document())
                        .append("seq", seq)
                        .append("at", at.toString()));
        return restored.append("version", restored.getLong("version") + 1)
                .append("seq", seq)
                .append("at", at.toString())
                .append("outbox", unsent)
                .append("pending", true)
                .append("nonces", List.of());
    }
}
