package se.foreningstorget.eventkit;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.foreningstorget.contracts.Topic;

/**
 * Sends what the outboxes hold: one lane per document, head first, and after any failure from the
 * head again. Only what the broker acknowledged is pulled, so a crash at any point sends something
 * twice at worst, never out of order for good: the state attached is always the present one.
 */
final class Relay implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final int MOST_AT_ONCE = 100;
    private static final int LANES_AT_WORK = 64;
    private static final int FAILURES_TO_ALARM = 10;
    private static final long LONGEST_PAUSE_MS = 10_000;
    private static final long SWEEP_STEP_SECONDS = 60;
    private static final Duration ALONE = Duration.ofSeconds(30);

    private enum Lane {
        RUNNING,
        RUNNING_AND_AGAIN
    }

    private final Topic<?, ?> topic;
    private final MongoCollection<Document> collection;
    private final Publisher publisher;
    private final ConcurrentHashMap<String, Lane> lanes = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Integer> stuck = new ConcurrentHashMap<>();
    private final Semaphore working = new Semaphore(LANES_AT_WORK);
    private final ExecutorService threads;
    private final ScheduledExecutorService sweeper;
    private volatile @Nullable Set<String> pendingBefore;
    private volatile boolean closed;

    Relay(Topic<?, ?> topic, MongoCollection<Document> collection, Publisher publisher) {
        this.topic = topic;
        this.collection = collection.withReadConcern(ReadConcern.MAJORITY);
        this.publisher = publisher;
        var named = Thread.ofVirtual().name("relay-" + topic.name() + "-", 0).factory();
        this.threads = Executors.newThreadPerTaskExecutor(named);
        this.sweeper = Executors.newSingleThreadScheduledExecutor(named);
    }

    /**
     * Finds what a crash left, now and every so often.
     *
     * @param every zero, for a store that no other instance writes to: now, and rarely
     */
    void start(Duration every) {
        var pause = every.isPositive() ? every : ALONE;
        sweeper.execute(this::sweepUntilDone);
        sweeper.scheduleWithFixedDelay(
                this::sweep, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    void nudge(String id) {
        if (closed) {
            return;
        }
        lanes.compute(
                id,
                (_, lane) -> {
                    if (lane != null) {
                        return Lane.RUNNING_AND_AGAIN;
                    }
                    try {
                        threads.execute(() -> run(id));
                        return Lane.RUNNING;
                    } catch (RejectedExecutionException closing) {
                        return null; // the next start's sweep finds it
                    }
                });
    }

    /** The documents whose head could not be sent just now, and how often in a row. */
    Map<String, Integer> stuck() {
        return Map.copyOf(stuck);
    }

    /** How many documents are being sent from. */
    int lanes() {
        return lanes.size();
    }

    @Override
    public void close() {
        closed = true;
        sweeper.shutdownNow();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(2, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweepUntilDone() {
        for (int failures = 1; !closed && !sweep(); failures++) {
            pause(failures);
        }
    }

    /** The first sweep takes all; later ones what was pending a whole sweep ago already. */
    private boolean sweep() {
        try (var cursor =
                collection
                        .withTimeout(SWEEP_STEP_SECONDS, TimeUnit.SECONDS)
                        .find(new Document("pending", true))
                        .timeoutMode(TimeoutMode.ITERATION)
                        .projection(Projections.include("_id"))
                        .iterator()) {
            var pending = new HashSet<String>();
            cursor.forEachRemaining(document -> pending.add(document.getString("_id")));
            var before = pendingBefore;
            pending.stream()
                    .filter(id -> before == null || before.contains(id))
                    .forEach(this::nudge);
            pendingBefore = pending;
            return true;
        } catch (RuntimeException away) {
            log.warn("{}: cannot look for unsent events: {}", topic.name(), away.toString());
            return false;
        }
    }

    private void run(String id) {
        int failures = 0;
        while (!closed) {
            boolean emptied = emptiedOnce(id, failures);
            failures = emptied ? 0 : failures + 1;
            note(id, failures);
            if (emptied && laneEnds(id)) {
                return;
            }
            pause(failures);
        }
    }

    private void note(String id, int failures) {
        if (failures == 0) {
            stuck.remove(id);
        } else {
            stuck.put(id, failures);
        }
    }

    private boolean laneEnds(String id) {
        return lanes.compute(id, (_, lane) -> lane == Lane.RUNNING ? null : Lane.RUNNING) == null;
    }

    private boolean emptiedOnce(String id, int failures) {
        try {
            working.acquire();
            try {
                // after a failure one by one: else what follows a refused record is sent each time
                int most = failures == 0 ? MOST_AT_ONCE : 1;
                while (sendHead(id, most)) {
                    most = MOST_AT_ONCE;
                }
                return true;
            } finally {
                working.release();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | RuntimeException | Error trouble) {
            if (failures == 0) {
                log.warn("{} {}: not sent yet: {}", topic.name(), id, trouble.toString());
            } else if (failures % FAILURES_TO_ALARM == 0) {
                log.error(
                        "{} {}: not sent in {} tries: {}",
                        topic.name(),
                        id,
                        failures,
                        trouble.toString());
            }
            return false;
        }
    }

    /** True when there may be more to send. */
    private boolean sendHead(String id, int most) throws InterruptedException, ExecutionException {
        var document = collection.find(new Document("_id", id)).first();
        if (document == null || !document.getBoolean("pending", false)) {
            return false;
        }
        var outbox = document.getList("outbox", Document.class);
        var head = outbox.subList(0, Math.min(most, outbox.size()));
        long acknowledged = send(document, head);
        boolean all = head.size() == outbox.size();
        if (all && markEmptied(document)) {
            return false;
        }
        if (acknowledged > 0) {
            collection.updateOne(new Document("_id", id), pull(acknowledged));
        }
        return true;
    }

    /** The seq of the last event acknowledged; throws when any was not, having pulled the rest. */
    private long send(Document document, List<Document> head)
            throws InterruptedException, ExecutionException {
        var sent = new ArrayList<Future<RecordMetadata>>(head.size());
        long acknowledged = 0;
        try {
            for (var event : head) {
                sent.add(publisher.send(record(document, event)));
            }
            for (int i = 0; i < head.size(); i++) {
                sent.get(i).get();
                acknowledged = head.get(i).getLong("seq");
            }
            return acknowledged;
        } catch (ExecutionException | RuntimeException failed) {
            publisher.reopenAfter(failed);
            if (acknowledged > 0) {
                collection.updateOne(
                        new Document("_id", document.getString("_id")), pull(acknowledged));
            }
            throw failed;
        }
    }

    /** Succeeds only if nothing was written since the document was read. */
    private boolean markEmptied(Document document) {
        var result =
                collection.updateOne(
                        new Document("_id", document.getString("_id"))
                                .append("version", document.getLong("version")),
                        new Document(
                                "$set",
                                new Document("outbox", List.of()).append("pending", false)));
        return result.getMatchedCount() == 1;
    }

    private static Document pull(long acknowledged) {
        return new Document(
                "$pull",
                new Document("outbox", new Document("seq", new Document("$lte", acknowledged))));
    }

    private ProducerRecord<String, byte[]> record(Document document, Document event) {
        return EventRecord.of(
                topic.name(),
                document.getString("_id"),
                event,
                document.get("state", Document.class),
                document.getLong("seq"));
    }

    private void pause(int failures) {
        if (failures > 0) {
            try {
                Thread.sleep(Math.min(LONGEST_PAUSE_MS, 50L << Math.min(failures, 10)));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
