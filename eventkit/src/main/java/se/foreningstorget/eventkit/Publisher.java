package se.foreningstorget.eventkit;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.foreningstorget.contracts.Topic;

/** One service's plain idempotent producer, made anew when it is beyond repair. */
public final class Publisher implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Publisher.class);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Set<Class<? extends Exception>> ABOUT_THE_RECORD =
            Set.of(
                    RecordTooLargeException.class,
                    InvalidRecordException.class,
                    InvalidTimestampException.class,
                    TopicAuthorizationException.class);

    private final Map<String, Object> settings;
    private volatile KafkaProducer<String, byte[]> producer;
    private long openedAt; // guarded by this
    private boolean closed; // guarded by this

    public Publisher(String bootstrapServers, String clientId) {
        this(bootstrapServers, clientId, PATIENCE);
    }

    /**
     * @param patience how long a record is tried before it counts as failed
     */
    Publisher(String bootstrapServers, String clientId, Duration patience) {
        this.settings = settings(bootstrapServers, clientId, patience);
        this.producer = open();
    }

    static Map<String, Object> settings(
            String bootstrapServers, String clientId, Duration patience) {
        int millis = (int) patience.toMillis();
        return Map.ofEntries(
                Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                Map.entry(ProducerConfig.CLIENT_ID_CONFIG, clientId),
                Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, 0),
                Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis / 4),
                Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis),
                Map.entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 1_048_576),
                Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, 16_777_216L));
    }

    public Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
        return producer.send(record);
    }

    /**
     * Opens a new producer unless the trouble is one that passes by itself. Many lanes meet the
     * same trouble at once; the first one's new producer serves them all.
     */
    public synchronized void reopenAfter(Exception trouble) {
        var cause = trouble.getCause() == null ? trouble : trouble.getCause();
        boolean passes = cause instanceof RetriableException;
        boolean aboutTheRecord = ABOUT_THE_RECORD.contains(cause.getClass());
        boolean justOpened = System.nanoTime() - openedAt < 1_000_000_000L;
        if (closed || passes || aboutTheRecord || justOpened) {
            return;
        }
        log.warn("a new producer after {}", cause.toString());
        var old = producer;
        producer = open();
        old.close(Duration.ZERO);
    }

    /** Whether a topic ever had a record; false also when there is no such topic yet. */
    public boolean hasAnythingOn(Topic<?, ?> topic) {
        var bootstrap = ProducerConfig.BOOTSTRAP_SERVERS_CONFIG;
        try (var admin = Admin.create(Map.of(bootstrap, settings.get(bootstrap)))) {
            admin.describeTopics(List.of(topic.name())).allTopicNames().get();
            var ends = new HashMap<TopicPartition, OffsetSpec>();
            for (int partition = 0; partition < topic.partitions(); partition++) {
                ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
            return admin.listOffsets(ends).all().get().values().stream()
                    .anyMatch(end -> end.offset() > 0);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw new TryLater("broker-away", "the broker did not tell of " + topic.name(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TryLater("broker-away", "stopped while asking the broker", interrupted);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        producer.close(Duration.ofSeconds(2));
    }

    private KafkaProducer<String, byte[]> open() {
        openedAt = System.nanoTime();
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
