package se.foreningstorget.operations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.eventkit.AggregateFactory;
import se.foreningstorget.eventkit.Aggregates;
import se.foreningstorget.eventkit.EventRecord;
import se.foreningstorget.eventkit.read.EventReader;
import se.foreningstorget.eventkit.read.Feed;
import se.foreningstorget.eventkit.read.Reading;

/**
 * Compares copies with their sources: each document with the last record the log has of it, each
 * index with the store, and what this service keeps of others with the last records of theirs.
 * Where every service's check is clean, every projection equals its source.
 */
final class Check {
    private static final int MOST_TOLD = 1_000;

    private final AggregateFactory aggregates;
    private final EventReader reader;
    private final List<Feed<?>> feeds;
    private final Records records;
    private final int tries;

    /**
     * @param tries how often to look before a difference is one
     */
    Check(
            AggregateFactory aggregates,
            EventReader reader,
            List<Feed<?>> feeds,
            Records records,
            int tries) {
        this.aggregates = aggregates;
        this.reader = reader;
        this.feeds = feeds;
        this.records = records;
        this.tries = tries;
    }

    /**
     * Something that is not as its source.
     *
     * @param what the topic, index or group that was compared
     * @param key of the document
     */
    record Difference(String what, String key, String how) {}

    /** What was compared, and what differed in every one of several looks. */
    record Result(Map<String, Long> compared, List<Difference> differences) {
        boolean isClean() {
            return differences.isEmpty();
        }
    }

    /** Looks until nothing differs, a few times: what is on its way only needs a moment. */
    Result run() throws InterruptedException {
        var result = look();
        for (int looks = 1; looks < tries && !result.isClean(); looks++) {
            TimeUnit.MILLISECONDS.sleep(500L * looks);
            result = look();
        }
        return result;
    }

    private Result look() {
        var found = new Found();
        aggregates.all().forEach(source -> compareWithLog(source, found));
        feeds.forEach(feed -> compareIndex(feed, found));
        reader.readings().stream()
                .filter(reading -> reading.kept() != null)
                .forEach(reading -> compareProjection(reading, found));
        return found.result();
    }

    private <S> void compareWithLog(Aggregates<S, ?, ?> source, Found found) {
        var topic = source.topic();
        var last = lastRecords(topic);
        source.forEach(stored -> {
            found.compared(topic.name());
            var record = last.remove(stored.id());
            if (record == null) {
                found.differs(topic.name(), stored.id(), "was never sent");
            } else if (record.stateSeq() != stored.seq()) {
                found.differs(
                        topic.name(),
                        stored.id(),
                        "is at %d, its last record at %d"
                                .formatted(stored.seq(), record.stateSeq()));
            } else if (!ContractJson.mapper()
                    .valueToTree(stored.state())
                    .equals(ContractJson.mapper().valueToTree(record.stateAs(topic.state())))) {
                found.differs(topic.name(), stored.id(), "is not what its last record says");
            }
        });
        last.keySet().forEach(key -> found.differs(topic.name(), key, "is in the log alone"));
    }

    private static <S> void compareIndex(Feed<S> feed, Found found) {
        var what = feed.source().topic().name() + " index";
        feed.source()
                .forEach(stored -> {
                    found.compared(what);
                    if (feed.appliedSeq(stored.id()) < stored.seq()) {
                        found.differs(what, stored.id(), "is behind");
                    }
                });
    }

    private <S> void compareProjection(Reading<S> reading, Found found) {
        var kept = reading.kept();
        if (kept == null) {
            return;
        }
        var last = lastRecords(reading.topic());
        last.forEach((key, record) -> {
            found.compared(reading.group());
            if (!kept.holds(key, record.stateAs(reading.topic().state()), record.stateSeq())) {
                found.differs(reading.group(), key, "is not what the last record says");
            }
        });
        long more = kept.count() - last.size();
        if (more > 0) {
            found.differs(reading.group(), "", more + " more are kept than the log has");
        }
    }

    private Map<String, EventRecord> lastRecords(Topic<?, ?> topic) {
        var last = new HashMap<String, EventRecord>();
        records.read(
                topic.name(),
                record -> {
                    if (record.key() != null && !record.key().startsWith(Topic.TICK_KEY_PREFIX)) {
                        last.put(record.key(), EventRecord.read(record.value()));
                    }
                });
        return last;
    }

    /** What one look has seen so far. */
    private static final class Found {
        private final Map<String, Long> compared = new HashMap<>();
        private final List<Difference> differences = new ArrayList<>();

        void compared(String what) {
            compared.merge(what, 1L, Long::sum);
        }

        void differs(String what, String key, String how) {
            if (differences.size() < MOST_TOLD) {
                differences.add(new Difference(what, key, how));
            }
        }

        Result result() {
            return new Result(Map.copyOf(compared), List.copyOf(differences));
        }
    }
}
