package se.foreningstorget.standalone.bench;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import se.foreningstorget.standalone.SquareForBench;

/**
 * (b) From a write's answer until another service has it, beside bare Kafka produce and consume
 * plus two durable commits on the same broker and store. One at a time; the two take turns.
 */
final class VisibleBench {
    private static final int ROUNDS = 400;
    private static final int WARMING = 200;

    private VisibleBench() {}

    static void run(Path folder) throws Exception {
        try (var square = SquareForBench.start(folder);
                var client = MongoClients.create(square.mongodb());
                var bare =
                        new Bare(
                                square.kafka(), client.getDatabase("bare").getCollection("bare"))) {
            var staff = square.as("staff");
            var seen = client.getDatabase("venue-service").getCollection("known-associations");
            var ours = new long[ROUNDS];
            var theirs = new long[ROUNDS];
            for (int i = -WARMING; i < ROUNDS; i++) {
                long one = visible(square, staff, seen, "bench-" + (i + WARMING));
                long other = bare.once();
                if (i >= 0) {
                    ours[i] = one;
                    theirs[i] = other;
                }
            }
            var mine = Figures.of(ours);
            var base = Figures.of(theirs);
            System.out.println("answered -> in another service   " + mine);
            System.out.println("bare Kafka + two durable commits " + base);
            System.out.printf(
                    java.util.Locale.ROOT,
                    "ratio p50 %.2f, p99 %.2f%n",
                    mine.millis(0.5) / base.millis(0.5),
                    mine.millis(0.99) / base.millis(0.99));
        }
    }

    private static long visible(
            SquareForBench square, String staff, MongoCollection<Document> seen, String id) {
        var reply =
                square.http().put("/api/register/v1/associations/" + id, staff, Map.of("name", id));
        long answered = System.nanoTime();
        if (reply.status() != 201) {
            throw new IllegalStateException(reply.raw().body());
        }
        while (seen.find(new Document("_id", id)).first() == null) {
            Thread.onSpinWait();
        }
        return System.nanoTime() - answered;
    }

    /** The least that could do it. */
    private static final class Bare implements AutoCloseable {
        private final MongoCollection<Document> collection;
        private final KafkaProducer<String, String> producer;
        private final KafkaConsumer<String, String> consumer;

        Bare(String kafka, MongoCollection<Document> collection) throws Exception {
            this.collection = collection.withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
            try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
                admin.createTopics(List.of(new NewTopic("bare", 1, (short) 1))).all().get();
            }
            this.producer =
                    new KafkaProducer<>(
                            Map.of("bootstrap.servers", kafka, "acks", "all", "linger.ms", 0),
                            new StringSerializer(),
                            new StringSerializer());
            this.consumer =
                    new KafkaConsumer<>(
                            Map.of("bootstrap.servers", kafka),
                            new StringDeserializer(),
                            new StringDeserializer());
            var only = List.of(new TopicPartition("bare", 0));
            consumer.assign(only);
            consumer.seekToBeginning(only);
        }

        long once() throws Exception {
            var id = UUID.randomUUID().toString();
            long began = System.nanoTime();
            collection.insertOne(new Document("_id", id).append("state", "x".repeat(500)));
            producer.send(new ProducerRecord<>("bare", id, "x".repeat(1_000)));
            while (consumer.poll(Duration.ofSeconds(1)).isEmpty()) {}
            collection.insertOne(
                    new Document("_id", id + "-copy").append("state", "x".repeat(500)));
            return System.nanoTime() - began;
        }

        @Override
        public void close() {
            producer.close();
            consumer.close();
        }
    }
}
