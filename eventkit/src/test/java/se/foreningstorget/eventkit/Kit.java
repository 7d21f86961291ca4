package se.foreningstorget.eventkit;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    final MongoClient mongo;
    final MongoDatabase database;
    final Publisher publisher;
    final AggregateFactory factory;
    private final String bootstrapServers;

    Kit(String bootstrapServers, String mongoUri, String database) {
        this.bootstrapServers = bootstrapServers;
        this.mongo = MongoClients.create(mongoUri);
        this.database =
                mongo.getDatabase(database)
                        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.publisher = new Publisher(bootstrapServers, "kit");
        this.factory =
                new AggregateFactory(
                        this.database, publisher, InstantSource.fixed(NOW), Duration.ZERO);
    }

    static Kit shared(String database) {
        var platform = Platform.shared();
        return new Kit(platform.bootstrapServers(), platform.mongoUri(database), database);
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

    @Override
    public void close() {
        factory.stop();
        publisher.close();
        mongo.close();
    }
}
