package se.foreningstorget.operations.backup;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.eventkit.EventRecord;
import se.foreningstorget.operations.Records;

/** What a topic's log knows of each document. */
final class NewestStates {
    private static final Newest NOTHING = new Newest(null, 0);

    private final Map<String, Newest> byKey = new HashMap<>();

    /**
     * @param state the record with the newest state
     * @param sentSeq the highest seq of an event that was sent
     */
    record Newest(@Nullable EventRecord state, long sentSeq) {
        Newest with(EventRecord record) {
            boolean newer = state == null || record.stateSeq() > state.stateSeq();
            return new Newest(newer ? record : state, Math.max(sentSeq, record.seq()));
        }
    }

    static NewestStates of(Records records, Topic<?, ?> topic) {
        var states = new NewestStates();
        records.read(
                topic.name(),
                record -> {
                    if (record.key() != null && !record.key().startsWith(Topic.TICK_KEY_PREFIX)) {
                        states.byKey.merge(
                                record.key(),
                                NOTHING.with(EventRecord.read(record.value())),
                                (before, one) ->
                                        one.state() == null ? before : before.with(one.state()));
                    }
                });
        return states;
    }

    /** What is known of a document, which is then spoken for. */
    Newest take(String id) {
        var newest = byKey.remove(id);
        return newest == null ? NOTHING : newest;
    }

    /** What nobody has taken. */
    Map<String, Newest> rest() {
        return byKey;
    }
}
