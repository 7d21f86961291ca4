package se.foreningstorget.eventkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.testkit.Platform;

/** A service runs only on topics that are what the contract says. */
class TopicKeeperTest {
    private final String broker = Platform.shared().bootstrapServers();

    @Test
    void topicsThatStandAsTheContractSaysAreTakenAsTheyAre() {
        var topic = Topic.personal(Tally.topic().name(), Tally.class, Tally.Event.class);
        keeper(topic).start();
        assertThatCode(() -> keeper(topic).start()).doesNotThrowAnyException();
    }

    @Test
    void aTopicWithOtherPartitionsIsRefused() throws Exception {
        var topic = Tally.topic();
        create(
                new NewTopic(topic.name(), 1, (short) 1)
                        .configs(Map.of("cleanup.policy", "compact")));
        assertThatThrownBy(() -> keeper(topic).start())
                .hasMessageContaining(topic.name() + " has 1 partitions, not 4")
                .hasMessageContaining("min.compaction.lag.ms");
    }

    @Test
    void aTopicThatDeletesIsRefused() throws Exception {
        var topic = Tally.topic();
        create(
                new NewTopic(topic.name(), 4, (short) 1)
                        .configs(Map.of("cleanup.policy", "delete")));
        assertThatThrownBy(() -> keeper(topic).start())
                .hasMessageContaining("cleanup.policy=delete, not compact");
    }

    @Test
    void topicsAreMadeAsTheContractSays() throws Exception {
        var topic = Topic.personal(Tally.topic().name(), Tally.class, Tally.Event.class);
        keeper(topic).start();
        var day = 86_400_000L;
        assertThat(settings(topic.name()))
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("min.compaction.lag.ms", String.valueOf(7 * day))
                .containsEntry("max.compaction.lag.ms", String.valueOf(14 * day))
                .containsEntry("segment.ms", String.valueOf(day))
                .containsEntry("max.message.bytes", "1048576");
        var parking = settings(topic.parkingFor("group"));
        assertThat(parking).containsEntry("cleanup.policy", "delete");
        assertThat(
                        Long.parseLong(parking.get("retention.ms"))
                                + Long.parseLong(parking.get("segment.ms")))
                .as("what is parked is gone within the bound")
                .isLessThanOrEqualTo(14 * day);
    }

    @ParameterizedTest
    @CsvSource({
        "min.compaction.lag.ms, 1000",
        "max.compaction.lag.ms, 9223372036854775807",
        "max.message.bytes, 2000",
        "segment.ms, 999999999"
    })
    void aTopicWithAnotherSettingIsRefused(String setting, String value) throws Exception {
        var topic = Topic.personal(Tally.topic().name(), Tally.class, Tally.Event.class);
        keeper(topic).start();
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            var op = new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(resource(topic.name()), List.of(op))).all().get();
        }
        await().untilAsserted(() ->
                assertThatThrownBy(() -> keeper(topic).start())
                        .hasMessageContaining(
                                topic.name() + " has " + setting + "=" + value + ", not "));
    }

    @Test
    void ofThreeCopiesTwoMustHaveARecord() {
        var topic = Tally.topic();
        assertThat(new TopicKeeper(broker, (short) 3).owning(List.of(topic)).creations())
                .allSatisfy(
                        it -> assertThat(it.configs()).containsEntry("min.insync.replicas", "2"));
        assertThat(new TopicKeeper(broker, (short) 2).owning(List.of(topic)).creations())
                .allSatisfy(
                        it -> assertThat(it.configs()).doesNotContainKey("min.insync.replicas"));
        assertThat(TopicKeeper.oneCopyCounts(3, "1")).isTrue();
        assertThat(TopicKeeper.oneCopyCounts(3, "2")).isFalse();
        assertThat(TopicKeeper.oneCopyCounts(1, "1")).isFalse();
    }

    private Map<String, String> settings(String topic) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            return admin
                    .describeConfigs(List.of(resource(topic)))
                    .all()
                    .get()
                    .get(resource(topic))
                    .entries()
                    .stream()
                    .filter(it -> it.value() != null)
                    .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
        }
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private TopicKeeper keeper(Topic<?, ?> topic) {
        return new TopicKeeper(broker, (short) 1).owning(List.of(topic)).parking(topic, "group");
    }

    private void create(NewTopic topic) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(List.of(topic)).all().get();
        }
    }
}
