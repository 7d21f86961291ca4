package se.foreningstorget.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.foreningstorget.embedded.EmbeddedBroker;

/** However long the system was switched off, its groups go on where they were. */
class KeptPlacesTest {
    private static final String GROUP = "away";
    private static final String TOPIC = "places";
    private static final Duration EIGHT_DAYS = Duration.ofDays(8);
    private static final int LOOKS = 20; // the broker looks more often
    private static final Duration YEARS = Duration.ofDays(9 * 365);

    @TempDir private Path folder;

    @Test
    void ourBrokerKeepsPlacesForYears() throws Exception {
        var settings = readSomethingAndSwitchOff();
        assertThat(isKeptAfter(EIGHT_DAYS, settings)).isTrue();
        assertThat(isKeptAfter(YEARS, settings)).isTrue();
    }

    /** Why an external one has to be told (0007); and that the test above would notice. */
    @Test
    void aBrokerLeftToItsDefaultsForgetsThemInAWeek() throws Exception {
        var settings = readSomethingAndSwitchOff();
        settings.remove("offsets.retention.minutes");
        assertThat(isKeptAfter(EIGHT_DAYS, settings)).isFalse();
    }

    /** What the broker was set up with. */
    private Map<String, String> readSomethingAndSwitchOff() throws Exception {
        try (var broker = EmbeddedBroker.start(folder, 0)) {
            Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrapServers());
            try (var admin = Admin.create(client)) {
                admin.createTopics(
                                List.of(
                                        new NewTopic(
                                                TOPIC, Optional.of(1), Optional.of((short) 1))))
                        .all()
                        .get();
            }
            try (var producer =
                    new KafkaProducer<>(
                            client, new ByteArraySerializer(), new ByteArraySerializer())) {
                producer.send(new ProducerRecord<>(TOPIC, new byte[1])).get();
            }
            readOne(broker.bootstrapServers());
            return settings(broker.bootstrapServers());
        }
    }

    private static void readOne(String kafka) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "group.id",
                        GROUP,
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false);
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> consumer.poll(Duration.ofMillis(200)).count() == 1);
            consumer.commitSync();
        }
    }

    private static Map<String, String> settings(String kafka) throws Exception {
        var node = new ConfigResource(ConfigResource.Type.BROKER, "1");
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            var config =
                    Objects.requireNonNull(
                            admin.describeConfigs(List.of(node)).all().get().get(node));
            return new HashMap<>(
                    config.entries().stream()
                            .filter(it ->
                                    it.source() == ConfigEntry.ConfigSource.STATIC_BROKER_CONFIG)
                            .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value)));
        }
    }

    /** Whether the group has its place yet when the broker is on again so much later. */
    private static boolean isKeptAfter(Duration off, Map<String, String> settings)
            throws Exception {
        var all = new HashMap<>(settings);
        all.put("offsets.retention.minutes", String.valueOf(Integer.MAX_VALUE));
        on(
                all,
                kafka -> {
                    Backdated.group(kafka, GROUP, off);
                    return true;
                });
        all.remove("offsets.retention.minutes");
        all.putAll(settings);
        all.put("offsets.retention.check.interval.ms", "50");
        return on(
                all,
                kafka -> {
                    try (var groups = new Groups(kafka)) {
                        return settled(groups);
                    }
                });
    }

    /** Whether it is there, once it was so many times in a row that it is, or is not. */
    private static boolean settled(Groups groups) {
        var there = new AtomicBoolean();
        var inRow = new AtomicInteger();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> {
                    boolean now = groups.places().containsKey(GROUP);
                    if (there.getAndSet(now) != now) {
                        inRow.set(0);
                    }
                    return inRow.incrementAndGet() > LOOKS;
                });
        return there.get();
    }

    private static <T> T on(Map<String, String> settings, Work<T> work) throws Exception {
        var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        try {
            return work.with(
                    Objects.requireNonNull(settings.get("advertised.listeners"))
                            .replace("PLAINTEXT://", ""));
        } finally {
            server.shutdown();
            server.awaitShutdown();
        }
    }

    /** What is done while a broker is on. */
    @FunctionalInterface
    private interface Work<T> {
        T with(String kafka) throws Exception;
    }
}
