package se.foreningstorget.standalone.disposal;

import static org.apache.kafka.common.config.TopicConfig.DELETE_RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.FILE_DELETE_DELAY_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.SEGMENT_MS_CONFIG;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import se.foreningstorget.contracts.Topic;

/** The bounds of topics, days and weeks as they run, made seconds. */
final class SmallBounds implements AutoCloseable {
    private static final String SECOND = "1000";

    private final List<Topic<?, ?>> topics;
    private final KafkaProducer<String, byte[]> producer;

    private SmallBounds(String kafka, List<Topic<?, ?>> topics) {
        this.topics = topics;
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** For these topics, and those where what their readers could not take in is parked. */
    static SmallBounds on(String kafka, List<Topic<?, ?>> topics) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            for (var name : admin.listTopics().names().get()) {
                if (topics.stream().anyMatch(topic -> topic.name().equals(name))) {
                    alter(
                            admin,
                            name,
                            Map.of(
                                    MIN_COMPACTION_LAG_MS_CONFIG, "0",
                                    MAX_COMPACTION_LAG_MS_CONFIG, SECOND,
                                    DELETE_RETENTION_MS_CONFIG, SECOND,
                                    SEGMENT_MS_CONFIG, SECOND,
                                    FILE_DELETE_DELAY_MS_CONFIG, "1"));
                } else if (name.endsWith(".dlq")) {
                    alter(
                            admin,
                            name,
                            Map.of(
                                    RETENTION_MS_CONFIG, SECOND,
                                    SEGMENT_MS_CONFIG, SECOND,
                                    FILE_DELETE_DELAY_MS_CONFIG, "1"));
                }
            }
        }
        return new SmallBounds(kafka, topics);
    }

    private static void alter(Admin admin, String topic, Map<String, String> settings)
            throws ExecutionException, InterruptedException {
        Collection<AlterConfigOp> changes =
                settings.entrySet().stream()
                        .map(it -> new ConfigEntry(it.getKey(), it.getValue()))
                        .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
                        .toList();
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        admin.incrementalAlterConfigs(Map.of(resource, changes)).all().get();
    }

    /** As the services do twice a day, so that the broker closes what it may compact then. */
    void tick() {
        for (var topic : topics) {
            for (int partition = 0; partition < topic.partitions(); partition++) {
                producer.send(
                        new ProducerRecord<>(
                                topic.name(),
                                partition,
                                Topic.TICK_KEY_PREFIX + partition,
                                "{}".getBytes(StandardCharsets.UTF_8)));
            }
        }
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
