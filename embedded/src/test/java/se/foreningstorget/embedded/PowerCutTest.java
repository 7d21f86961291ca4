package se.foreningstorget.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A power cut cannot be staged here; that every write is forced to the disk before it is answered
 * can be seen: the JVM's own recorder tells each such call.
 */
class PowerCutTest {
    private static final int WRITES = 20;

    @TempDir private Path folder;

    /** From asked to answered. */
    private record Span(Instant asked, Instant answered) {
        boolean holds(RecordedEvent force) {
            return !force.getEndTime().isAfter(answered) && !force.getEndTime().isBefore(asked);
        }
    }

    @FunctionalInterface
    private interface Write {
        void once(int number) throws Exception;
    }

    @Test
    void theStoreForcesEachWriteToTheDiskBeforeItAnswers() throws Exception {
        assertThat(forcedInTheStore(Durability.POWER)).isEqualTo(WRITES);
    }

    @Test
    void toldNotToItDoesNot() throws Exception {
        assertThat(forcedInTheStore(Durability.PROCESS)).isZero();
    }

    @Test
    void theBrokerForcesEachRecordToTheDiskBeforeItAcknowledges() throws Exception {
        assertThat(forcedInTheBroker(Durability.POWER)).isEqualTo(WRITES);
    }

    private long forcedInTheStore(Durability durability) throws Exception {
        try (var store = EmbeddedStore.start(folder.resolve("store"), 0, durability);
                var client = MongoClients.create(store.connectionString())) {
            var things =
                    client.getDatabase("power")
                            .getCollection("things")
                            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
            things.insertOne(new Document("_id", "first"));
            return forced("store.mv", number -> things.insertOne(new Document("_id", number)));
        }
    }

    private long forcedInTheBroker(Durability durability) throws Exception {
        try (var broker = EmbeddedBroker.start(folder.resolve("broker"), 0, durability);
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
                var producer =
                        new KafkaProducer<>(
                                Map.of(
                                        "bootstrap.servers",
                                        broker.bootstrapServers(),
                                        "acks",
                                        "all"),
                                new StringSerializer(),
                                new StringSerializer())) {
            admin.createTopics(List.of(new NewTopic("power", 1, (short) 1))).all().get();
            producer.send(new ProducerRecord<>("power", "first")).get();
            return forced(
                    "power-0", number -> producer.send(new ProducerRecord<>("power", "x")).get());
        }
    }

    /** In how many of the writes the file was forced between asking and answer. */
    private long forced(String file, Write write) throws Exception {
        var spans = new ArrayList<Span>();
        var dump = folder.resolve("forces.jfr");
        try (var recording = new Recording()) {
            recording.enable("jdk.FileForce").withoutThreshold();
            recording.start();
            for (int number = 0; number < WRITES; number++) {
                var asked = Instant.now();
                write.once(number);
                spans.add(new Span(asked, Instant.now()));
            }
            recording.stop();
            recording.dump(dump);
        }
        var forces =
                RecordingFile.readAllEvents(dump).stream()
                        .filter(event -> String.valueOf(event.getString("path")).contains(file))
                        .toList();
        return spans.stream().filter(span -> forces.stream().anyMatch(span::holds)).count();
    }
}
