package se.foreningstorget.standalone.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import se.foreningstorget.contracts.Topic;

/** Has a broker compact topics now, down to one record a key, instead of in a week. */
final class Compaction {
    private static final Map<String, String> AT_ONCE =
            Map.of(
                    "min.compaction.lag.ms", "0",
                    "max.compaction.lag.ms", "1",
                    "segment.ms", "50",
                    "min.cleanable.dirty.ratio", "0.0");

    private Compaction() {}

    static void force(String kafka, List<Topic<?, ?>> topics) throws Exception {
        Map<String, Object> client = Map.of("bootstrap.servers", kafka);
        try (var admin = Admin.create(client);
                var ticks =
                        new KafkaProducer<>(
                                client, new StringSerializer(), new ByteArraySerializer())) {
            var resources =
                    topics.stream()
                            .map(it -> new ConfigResource(ConfigResource.Type.TOPIC, it.name()))
                            .toList();
            var before = admin.describeConfigs(resources).all().get();
            var changes = new HashMap<ConfigResource, Collection<AlterConfigOp>>();
            var back = new HashMap<ConfigResource, Collection<AlterConfigOp>>();
            for (var topic : resources) {
                changes.put(topic, sets(AT_ONCE));
                var config = Objects.requireNonNull(before.get(topic));
                back.put(topic, asBefore(name -> Objects.requireNonNull(config.get(name))));
            }
            changes.put(
                    new ConfigResource(ConfigResource.Type.BROKER, ""),
                    sets(Map.of("log.cleaner.backoff.ms", "100")));
            admin.incrementalAlterConfigs(changes).all().get();
            try {
                for (var topic : topics) {
                    await().atMost(Duration.ofMinutes(1))
                            .pollInterval(Duration.ofMillis(200))
                            .until(() -> {
                                tick(ticks, topic);
                                return TopicFromStart.read(kafka, topic.name()).hasOneRecordEach();
                            });
                }
            } finally {
                admin.incrementalAlterConfigs(back).all().get();
            }
        }
    }

    /** A segment is closed, and can be compacted, only when the next record is written. */
    private static void tick(KafkaProducer<String, byte[]> ticks, Topic<?, ?> topic) {
        for (int partition = 0; partition < topic.partitions(); partition++) {
            ticks.send(
                    new ProducerRecord<>(
                            topic.name(),
                            partition,
                            Topic.TICK_KEY_PREFIX + partition,
                            "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
        ticks.flush();
    }

    private static Collection<AlterConfigOp> sets(Map<String, String> values) {
        var all = new ArrayList<AlterConfigOp>();
        values.forEach((name, value) ->
                all.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET)));
        return all;
    }

    /** A service that starts later refuses topics that differ from the contract. */
    private static Collection<AlterConfigOp> asBefore(
            java.util.function.Function<String, ConfigEntry> config) {
        var all = new ArrayList<AlterConfigOp>();
        for (var name : AT_ONCE.keySet()) {
            var was = config.apply(name);
            boolean said = was.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG;
            all.add(
                    new AlterConfigOp(
                            new ConfigEntry(name, was.value()),
                            said ? AlterConfigOp.OpType.SET : AlterConfigOp.OpType.DELETE));
        }
        return all;
    }
}
