package se.foreningstorget.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmbeddedBrokerTest {
    static final String TOPIC = "things";
    private static final int KILLS = Integer.getInteger("broker.kills", 1);

    @TempDir Path folder;

    @Test
    void recordsOffsetsAndClusterSurviveARestartOnTheSamePort() throws Exception {
        String address;
        String cluster;
        try (var broker = EmbeddedBroker.start(folder, 0)) {
            address = broker.bootstrapServers();
            cluster = clusterId(address);
            createTopic(address);
            try (var producer = producer(address)) {
                producer.send(new ProducerRecord<>(TOPIC, "a", "one")).get();
            }
            try (var consumer = consumer(address, "readers")) {
                consumer.subscribe(List.of(TOPIC));
                await().until(() -> consumer.poll(Duration.ofMillis(200)).count() == 1);
                consumer.commitSync();
            }
        }
        var port = URI.create("tcp://" + address).getPort();
        try (var broker = EmbeddedBroker.start(folder, port)) {
            assertThat(broker.bootstrapServers()).isEqualTo(address);
            assertThat(clusterId(address)).isEqualTo(cluster);
            assertThat(values(address)).containsExactly("one");
            try (var consumer = consumer(address, "readers")) {
                var partition = new TopicPartition(TOPIC, 0);
                assertThat(consumer.committed(Set.of(partition)).get(partition).offset())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void topicsAreNeverCreatedByUsingThem() throws Exception {
        try (var broker = EmbeddedBroker.start(folder, 0);
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("typo")).allTopicNames().get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
            assertThat(broker.bootstrapServers()).startsWith("127.0.0.1:");
        }
    }

    @Test
    void aTakenPortIsAnErrorAndNotTheEndOfTheProcess() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedBroker.start(folder, taken.getLocalPort()))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("is in use");
        }
        FolderLock.take(folder).close();
    }

    @ParameterizedTest
    @EnumSource(Durability.class)
    void everyAcknowledgedRecordSurvivesKills(Durability durability) throws Exception {
        Set<String> acknowledged = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            try (var child = new ChildProcess(WritingBroker.class, folder, durability.name())) {
                await().atMost(Duration.ofMinutes(1))
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> child.acknowledgedSoFar() >= 500);
                acknowledged.addAll(child.kill());
            }
        }
        try (var broker = EmbeddedBroker.start(folder, 0, durability)) {
            assertThat(values(broker.bootstrapServers())).containsAll(acknowledged);
        }
    }

    static void createTopic(String address) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", address))) {
            if (!admin.listTopics().names().get().contains(TOPIC)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
            }
        }
    }

    static KafkaProducer<String, String> producer(String address) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", address, "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new StringSerializer());
    }

    private static KafkaConsumer<String, String> consumer(String address, String group) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        address,
                        "group.id",
                        group,
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
    }

    private static String clusterId(String address) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", address))) {
            return admin.describeCluster().clusterId().get();
        }
    }

    private static Set<String> values(String address) {
        var values = new HashSet<String>();
        try (var consumer = consumer(address, "all")) {
            var partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(each -> values.add(each.value()));
            }
        }
        return values;
    }
}
