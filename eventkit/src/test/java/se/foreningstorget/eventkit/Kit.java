package se.foreningstorget.eventkit;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.testkit.Platform;

/** One instance of a made-up service: its own connections, a store and a broker it may share. */
final class Kit implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    static final Duration DEADLINE = Duration.ofSeconds(10);

    final MongoClient mongo;
    final MongoDatabase database;
    final Publisher publisher;
    final AggregateFactory factory;
    private final String bootstrapServers;

    Kit(String bootstrapServers, String mongoUri, String database) {
        this(
                bootstrapServers,
                StoreClient.settings(mongoUri, DEADLINE).build(),
                database,
                DEADLINE,
                new Publisher(bootstrapServers, "kit"),
                InstantSource.fixed(NOW));
    }

    Kit(
            String bootstrapServers,
            MongoClientSettings store,
            String database,
            Duration deadline,
            Publisher publisher,
            InstantSource clock) {
        this(bootstrapServers, store, database, deadline, publisher, clock, Duration.ZERO);
    }

    private Kit(
            String bootstrapServers,
            MongoClientSettings store,
            String database,
            Duration deadline,
            Publisher publisher,
            InstantSource clock,
            Duration sweep) {
        this.bootstrapServers = bootstrapServers;
        this.mongo = MongoClients.create(store);
        this.database =
                mongo.getDatabase(database)
                        .withTimeout(
                                StoreClient.attempt(deadline).toMillis(), TimeUnit.MILLISECONDS);
        this.publisher = publisher;
        this.factory = new AggregateFactory(this.database, publisher, clock, sweep, deadline);
    }

    static Kit shared(String database) {
        var platform = Platform.shared();
        return new Kit(platform.bootstrapServers(), platform.mongoUri(database), database);
    }

    /** One that looks often for what others left. */
    static Kit sweeping(String database, Duration every) {
        var platform = Platform.shared();
        return new Kit(
                platform.bootstrapServers(),
                StoreClient.settings(platform.mongoUri(database), DEADLINE).build(),
                database,
                DEADLINE,
                new Publisher(platform.bootstrapServers(), "kit"),
                InstantSource.fixed(NOW),
                every);
    }

    Aggregates<Tally, Tally.Command, Tally.Event> tallies(Topic<Tally, Tally.Event> topic) {
        new TopicKeeper(bootstrapServers, (short) 1).owning(List.of(topic)).start();
        return factory.over(topic, 1, Tally::decide, Tally::evolve);
    }

    Kit started() {
        factory.start();
        return this;
    }

    /** Everything on the topic so far, oldest first within a key. */
    List<ConsumerRecord<String, byte[]>> records(Topic<?, ?> topic) {
        return records(bootstrapServers, topic.name(), topic.partitions());
    }

    static List<ConsumerRecord<String, byte[]>> records(
            String bootstrapServers, String topic, int count) {
        var partitions = new ArrayList<TopicPartition>();
        for (int i = 0; i < count; i++) {
            partitions.add(new TopicPartition(topic, i));
        }
        var all = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
            }
        }
        return all;
    }

    static List<Long> seqs(List<ConsumerRecord<String, byte[]>> records, String key) {
        return records.stream()
                .filter(record -> key.equals(record.key()))
                .map(record -> EventRecord.read(record.value()).seq())
                .toList();
    }

    /** The seq of the state on each of a key's records, in the log's order. */
    static List<Long> states(List<ConsumerRecord<String, byte[]>> records, String key) {
        return records.stream()
                .filter(record -> key.equals(record.key()))
                .map(record -> EventRecord.read(record.value()).stateSeq())
                .toList();
    }

    @Override
    public void close() {
        factory.stop();
        publisher.close();
        mongo.close();
    }
}
