package se.foreningstorget.eventkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.foreningstorget.contracts.Topic;

/**
 * Writes a record to each partition of a personal topic now and then. The broker compacts only
 * segments that are closed, and closes one only when something is written: without a tick a quiet
 * topic would keep what a person asked to be forgotten beyond the stated bound.
 */
final class Ticker {
    private static final Logger log = LoggerFactory.getLogger(Ticker.class);
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration EVERY = Duration.ofHours(12);
    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    private final Publisher publisher;
    private final List<Topic<?, ?>> topics;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("ticker").factory());

    Ticker(Publisher publisher, List<Topic<?, ?>> topics) {
        this.publisher = publisher;
        this.topics = topics.stream().filter(Topic::personal).toList();
    }

    /** False when any partition missed it. */
    boolean tick() {
        var sent = new ArrayList<Future<RecordMetadata>>();
        for (var topic : topics) {
            for (int partition = 0; partition < topic.partitions(); partition++) {
                var key = Topic.TICK_KEY_PREFIX + partition;
                sent.add(
                        publisher.send(
                                new ProducerRecord<>(topic.name(), partition, key, NOTHING)));
            }
        }
        return sent.stream().allMatch(Ticker::arrived);
    }

    private static boolean arrived(Future<RecordMetadata> tick) {
        try {
            tick.get();
            return true;
        } catch (ExecutionException missed) {
            log.warn("a partition missed its tick: {}", String.valueOf(missed.getCause()));
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void start() {
        clock.scheduleWithFixedDelay(
                this::tickOrWarn, FIRST.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    /** A missed tick is made up for by the next: it must not end the schedule. */
    private void tickOrWarn() {
        try {
            tick();
        } catch (RuntimeException away) {
            log.warn("no tick this time: {}", away.toString());
        }
    }

    void stop() {
        clock.shutdownNow();
    }
}
