package se.foreningstorget.eventkit.watch;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.eventkit.read.EventReader;

/**
 * How far a service's consumer groups are behind, and what they have parked. The offsets the broker
 * holds are compared; how long a group is behind is the age of the record it would read next, which
 * is fetched only while there is one.
 */
final class Lags implements AutoCloseable {
    private static final int TIMEOUT_MS = 3_000;
    private static final Duration FETCHING = Duration.ofSeconds(1);

    /** A group and the topic it reads. */
    record Reader(String group, Topic<?, ?> topic) {
        String parking() {
            return topic.parkingFor(group);
        }

        List<TopicPartition> partitions() {
            return IntStream.range(0, topic.partitions())
                    .mapToObj(number -> new TopicPartition(topic.name(), number))
                    .toList();
        }
    }

    /**
     * @param records not yet taken in; the broker's own count, ticks and compacted ones among them
     * @param seconds age of the oldest of them; 0 when there is none
     * @param parked records put aside and not yet disposed of
     */
    record Behind(long records, double seconds, long parked) {
        static final Behind UNKNOWN = new Behind(-1, Double.NaN, -1);
    }

    /** Everything a service reads. */
    static List<Reader> readers(EventReader reader) {
        return reader.readings().stream()
                .map(reading -> new Reader(reading.group(), reading.topic()))
                .toList();
    }

    private final String bootstrapServers;
    private final InstantSource clock;
    private final Map<Reader, Behind> behind = new ConcurrentHashMap<>();
    private @Nullable Admin admin;

    Lags(String bootstrapServers, InstantSource clock) {
        this.bootstrapServers = bootstrapServers;
        this.clock = clock;
    }

    Behind of(Reader reader) {
        return behind.getOrDefault(reader, Behind.UNKNOWN);
    }

    synchronized void look(Collection<Reader> readers) {
        if (readers.isEmpty()) {
            return;
        }
        try {
            lookAt(readers, opened());
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void lookAt(Collection<Reader> readers, Admin admin)
            throws ExecutionException, InterruptedException {
        var asked = new HashMap<String, ListConsumerGroupOffsetsSpec>();
        var all = new HashSet<TopicPartition>();
        for (var reader : readers) {
            asked.put(
                    reader.group(),
                    new ListConsumerGroupOffsetsSpec().topicPartitions(reader.partitions()));
            all.addAll(reader.partitions());
            all.add(new TopicPartition(reader.parking(), 0));
        }
        var committed = admin.listConsumerGroupOffsets(asked).all().get();
        var begins = offsets(admin, all, OffsetSpec.earliest());
        var ends = offsets(admin, all, OffsetSpec.latest());
        for (var reader : readers) {
            var taken = committed.getOrDefault(reader.group(), Map.of());
            var next = new HashMap<TopicPartition, Long>();
            long records = 0;
            for (var partition : reader.partitions()) {
                var offset = taken.get(partition);
                long begin = begins.getOrDefault(partition, 0L);
                long end = ends.getOrDefault(partition, 0L);
                long from = offset == null ? begin : Math.max(begin, offset.offset());
                if (from < end) {
                    records += end - from;
                    next.put(partition, from);
                }
            }
            var parking = new TopicPartition(reader.parking(), 0);
            long parked = ends.getOrDefault(parking, 0L) - begins.getOrDefault(parking, 0L);
            behind.put(
                    reader, new Behind(records, next.isEmpty() ? 0 : ageOfTheOldest(next), parked));
        }
    }

    private static Map<TopicPartition, Long> offsets(
            Admin admin, Collection<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        return admin
                .listOffsets(partitions.stream().collect(toMap(it -> it, _ -> which)))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, it -> it.getValue().offset()));
    }

    /** Reads one record of each partition, as it lies on the broker, and commits nothing. */
    private double ageOfTheOldest(Map<TopicPartition, Long> next) {
        long now = clock.millis();
        long oldest = now;
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false,
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest",
                                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                                1,
                                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                TIMEOUT_MS,
                                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                TIMEOUT_MS,
                                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                                false),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            var left = new HashSet<>(next.keySet());
            consumer.assign(left);
            next.forEach(consumer::seek);
            long end = System.nanoTime() + FETCHING.toNanos();
            while (!left.isEmpty() && System.nanoTime() < end) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (left.remove(new TopicPartition(record.topic(), record.partition()))) {
                        oldest = Math.min(oldest, record.timestamp());
                    }
                }
                consumer.pause(next.keySet().stream().filter(it -> !left.contains(it)).toList());
            }
        }
        return (now - oldest) / 1e3;
    }

    private Admin opened() {
        if (admin == null) {
            admin =
                    Admin.create(
                            Map.of(
                                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS,
                                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS));
        }
        return admin;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
            admin = null;
        }
    }
}
