package se.foreningstorget.eventkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
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

    private TopicKeeper keeper(Topic<?, ?> topic) {
        return new TopicKeeper(broker, (short) 1).owning(List.of(topic)).parking(topic, "group");
    }

    private void create(NewTopic topic) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(List.of(topic)).all().get();
        }
    }
}
