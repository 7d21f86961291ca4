package se.foreningstorget.eventkit.read;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.eventkit.Aggregates;
import se.foreningstorget.eventkit.EventRecord;
import se.foreningstorget.eventkit.StartOrder;
import se.foreningstorget.eventkit.TryLater;
import tools.jackson.core.JacksonException;

/**
 * Keeps something this instance holds itself, an index, equal to the service's own aggregates: note
 * the end of the topic, scan the store, read on from there. It assigns partitions itself, since
 * every instance needs every record.
 *
 * <p>It also watches the topic for the service: a record older than what is known of its key would
 * be what compaction keeps, so the document is republished unless something newer follows.
 */
public final class Feed<S> implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Feed.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration GRACE = Duration.ofSeconds(2);

    /** What is kept equal. */
    @FunctionalInterface
    public interface Sink<S> {
        void put(String id, S state);
    }

    private final Aggregates<S, ?, ?> source;
    private final Sink<S> sink;
    private final Map<String, Object> settings;
    private final ConcurrentHashMap<String, Long> applied = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> next = new HashMap<>(); // the reader's alone
    private final Suspects suspects; // the reader's alone
    private final AtomicLong lateDuplicates = new AtomicLong();
    private final AtomicLong skipped = new AtomicLong();
    private final Object progress = new Object();
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private volatile boolean running;
    private volatile @Nullable KafkaConsumer<String, byte[]> following;

    public Feed(String bootstrapServers, Aggregates<S, ?, ?> source, Sink<S> sink) {
        this(bootstrapServers, source, sink, GRACE);
    }

    /**
     * @param grace how long something newer may take to follow a late duplicate
     */
    public Feed(String bootstrapServers, Aggregates<S, ?, ?> source, Sink<S> sink, Duration grace) {
        this.suspects = new Suspects(grace);
        this.source = source;
        this.sink = sink;
        this.settings =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "feed-" + source.topic().name(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        2_097_152);
    }

    /** Waits until everything that was there at the start is in. */
    public boolean awaitCaughtUp(Duration most) throws InterruptedException {
        return caughtUp.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    public boolean isCaughtUp() {
        return caughtUp.getCount() == 0;
    }

    /** Waits until a write this caller has seen is in; false when it is not in time. */
    public boolean awaitSeen(String id, long seq, Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        synchronized (progress) {
            while (applied.getOrDefault(id, 0L) < seq) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                try {
                    TimeUnit.NANOSECONDS.timedWait(progress, left);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
        return true;
    }

    /** How many late duplicates stood as the last word of their key until republished over. */
    public long lateDuplicates() {
        return lateDuplicates.get();
    }

    /** Whose aggregates these are. */
    public Aggregates<S, ?, ?> source() {
        return source;
    }

    /** How far the copy of a document is; 0 when there is none. */
    public long appliedSeq(String id) {
        return applied.getOrDefault(id, 0L);
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("feed-" + source.topic().name()).start(this::readOn);
    }

    @Override
    public void stop() {
        running = false;
        var consumer = following;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return StartOrder.FEEDS;
    }

    private void readOn() {
        while (running) {
            try (var consumer =
                    new KafkaConsumer<>(
                            settings, new StringDeserializer(), new ByteArrayDeserializer())) {
                following = consumer;
                follow(consumer);
            } catch (WakeupException stopped) {
                return;
            } catch (OffsetOutOfRangeException gone) {
                log.warn(
                        "{}: the broker lost what comes next; from its end on",
                        source.topic().name());
                next.clear();
            } catch (RuntimeException trouble) {
                log.warn(
                        "{}: reading on from the start: {}",
                        source.topic().name(),
                        Told.of(trouble));
                try {
                    TimeUnit.SECONDS.sleep(1);
                } catch (InterruptedException stopped) {
                    return;
                }
            }
        }
    }

    private void follow(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> partitions =
                consumer.partitionsFor(source.topic().name()).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        partitions.forEach(partition -> seek(consumer, partition));
        partitions.forEach(consumer::position); // the end is noted before the scan begins
        source.forEachReadable(stored -> apply(stored.id(), stored.state(), stored.seq()));
        var ends = consumer.endOffsets(partitions);
        while (running) {
            consumer.poll(POLL).forEach(this::take);
            republish(suspects.standing(consumer));
            if (!isCaughtUp()
                    && partitions.stream()
                            .allMatch(p -> consumer.position(p) >= ends.getOrDefault(p, 0L))) {
                caughtUp.countDown();
            }
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        takeIn(record);
        next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
    }

    private void takeIn(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null
                || record.value() == null
                || record.key().startsWith(Topic.TICK_KEY_PREFIX)) {
            return;
        }
        try {
            var event = EventRecord.read(record.value());
            suspects.met(record.key(), event.stateSeq(), appliedSeq(record.key()));
            apply(
                    record.key(),
                    ContractJson.mapper().treeToValue(event.state(), source.topic().state()),
                    event.stateSeq());
        } catch (JacksonException unreadable) {
            skip(record.key(), unreadable);
        }
    }

    /** One that cannot be taken in must not keep the others out. */
    private void skip(String key, RuntimeException trouble) {
        skipped.incrementAndGet();
        log.error("{} {}: left out: {}", source.topic().name(), key, Told.of(trouble));
    }

    /** How many times something could not be taken in since the start. */
    public long skipped() {
        return skipped.get();
    }

    /**
     * The end at first; after a failure where reading broke off, so that nothing goes unwatched.
     */
    private void seek(KafkaConsumer<String, byte[]> consumer, TopicPartition partition) {
        var offset = next.get(partition);
        if (offset == null) {
            consumer.seekToEnd(List.of(partition));
        } else {
            consumer.seek(partition, offset);
        }
    }

    /** What cannot be republished now, the store being away, is tried again after the next poll. */
    private void republish(List<String> late) {
        try {
            for (var key : late) {
                source.republish(key, appliedSeq(key));
                suspects.settled(key);
                lateDuplicates.incrementAndGet();
                log.info("{} {}: late duplicate", source.topic().name(), key);
            }
        } catch (TryLater away) {
            log.info("{}: republishing later: {}", source.topic().name(), away.toString());
        }
    }

    private void apply(String id, S state, long seq) {
        if (applied.getOrDefault(id, 0L) < seq) {
            try {
                sink.put(id, state);
            } catch (UncheckedIOException full) {
                throw full; // a disk's trouble is not the record's
            } catch (RuntimeException odd) {
                skip(id, odd);
                return;
            }
            synchronized (progress) {
                applied.put(id, seq);
                progress.notifyAll();
            }
        }
    }
}
