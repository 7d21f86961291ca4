package se.foreningstorget.operations.backup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import se.foreningstorget.contracts.ContractJson;

/**
 * Makes the topics of a backup anew in a Kafka that has none of them. Offsets begin at 0 again, so
 * a group's place is told as how many records of the backup lie before it.
 */
final class LogCopy {
    private static final int AT_ONCE = 1_000;

    private final Admin admin;
    private final String bootstrapServers;
    private final BackupFile.Reading backup;

    LogCopy(Admin admin, String bootstrapServers, BackupFile.Reading backup) {
        this.admin = admin;
        this.bootstrapServers = bootstrapServers;
        this.backup = backup;
    }

    /** Fills the topics; where each group stood, in the new offsets. */
    Map<String, Map<TopicPartition, OffsetAndMetadata>> make()
            throws IOException, InterruptedException, ExecutionException {
        var topics = backup.manifest().topics();
        admin.createTopics(
                        topics.entrySet().stream()
                                .map(topic -> {
                                    var shape = topic.getValue();
                                    return new NewTopic(
                                                    topic.getKey(),
                                                    Optional.of(shape.partitions()),
                                                    Optional.empty())
                                            .configs(shape.settings());
                                })
                                .toList())
                .all()
                .get();
        var places = new HashMap<String, Map<TopicPartition, OffsetAndMetadata>>();
        for (var topic : topics.keySet()) {
            fill(topic, places);
        }
        return places;
    }

    private void fill(String topic, Map<String, Map<TopicPartition, OffsetAndMetadata>> places)
            throws IOException {
        var before = new HashMap<String, Map<Integer, Long>>();
        try (var producer = producer()) {
            var sending = new ArrayList<Future<?>>();
            backup.lines(
                    BackupFile.topic(topic),
                    text -> {
                        var line = ContractJson.mapper().readValue(text, LogLine.class);
                        sending.add(producer.send(line.record(topic)));
                        backup.manifest()
                                .groups()
                                .forEach((group, offsets) -> {
                                    Long place =
                                            offsets.getOrDefault(topic, Map.of())
                                                    .get(line.partition());
                                    if (place != null) {
                                        before.computeIfAbsent(group, _ -> new HashMap<>())
                                                .merge(
                                                        line.partition(),
                                                        line.offset() < place ? 1L : 0L,
                                                        Long::sum);
                                    }
                                });
                        if (sending.size() >= AT_ONCE) {
                            awaitAll(sending);
                        }
                    });
            awaitAll(sending);
        }
        before.forEach((group, counts) ->
                counts.forEach((partition, count) ->
                        places.computeIfAbsent(group, _ -> new HashMap<>())
                                .put(
                                        new TopicPartition(topic, partition),
                                        new OffsetAndMetadata(count))));
    }

    private static void awaitAll(List<Future<?>> sending) {
        try {
            for (var one : sending) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the log could not be written", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while writing the log", interrupted);
        }
        sending.clear();
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        4_194_304),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
