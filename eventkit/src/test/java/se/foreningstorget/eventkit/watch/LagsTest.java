package se.foreningstorget.eventkit.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.eventkit.Publisher;
import se.foreningstorget.eventkit.TopicKeeper;
import se.foreningstorget.testkit.Platform;

class LagsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String BROKER = Platform.shared().bootstrapServers();
    private static final String GROUP = "watched-group";

    sealed interface Event {
        record Happened() implements Event {}
    }

    private final Topic<String, Event> topic =
            Topic.of("watch." + UUID.randomUUID(), String.class, Event.class);
    private final Lags.Reader reader = new Lags.Reader(GROUP + topic.name(), topic);
    private final Lags lags = new Lags(BROKER, InstantSource.fixed(NOW));
    private final Publisher publisher = new Publisher(BROKER, "watch-test");

    @BeforeEach
    void theTopicIsThere() {
        new TopicKeeper(BROKER, (short) 1)
                .owning(List.of(topic))
                .parking(topic, reader.group())
                .start();
    }

    @AfterEach
    void close() {
        publisher.close();
        lags.close();
    }

    @Test
    void nothingIsKnownBeforeTheFirstLook() {
        assertThat(lags.of(reader)).isEqualTo(Lags.Behind.UNKNOWN);
    }

    @Test
    void anEmptyTopicLeavesNobodyBehind() {
        lags.look(List.of(reader));
        assertThat(lags.of(reader)).isEqualTo(new Lags.Behind(0, 0, 0));
    }

    @Test
    void aGroupThatNeverReadIsBehindSinceTheOldestRecord() throws Exception {
        send(topic.name(), 0, NOW.minusSeconds(90));
        send(topic.name(), 0, NOW.minusSeconds(30));
        send(topic.name(), 3, NOW.minusSeconds(60));
        lags.look(List.of(reader));
        assertThat(lags.of(reader)).isEqualTo(new Lags.Behind(3, 90, 0));
    }

    @Test
    void whatWasTakenInCountsNoMore() throws Exception {
        send(topic.name(), 0, NOW.minusSeconds(90));
        send(topic.name(), 0, NOW.minusSeconds(30));
        commit(0, 1);
        lags.look(List.of(reader));
        assertThat(lags.of(reader)).isEqualTo(new Lags.Behind(1, 30, 0));
        commit(0, 2);
        lags.look(List.of(reader));
        assertThat(lags.of(reader)).isEqualTo(new Lags.Behind(0, 0, 0));
    }

    @Test
    void whatWasParkedIsCounted() throws Exception {
        send(topic.parkingFor(reader.group()), 0, NOW);
        lags.look(List.of(reader));
        assertThat(lags.of(reader).parked()).isEqualTo(1);
    }

    private void send(String to, int partition, Instant at)
            throws ExecutionException, InterruptedException {
        publisher
                .send(new ProducerRecord<>(to, partition, at.toEpochMilli(), "k", new byte[] {1}))
                .get();
    }

    private void commit(int partition, long offset)
            throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", BROKER))) {
            admin.alterConsumerGroupOffsets(
                            reader.group(),
                            Map.of(
                                    new TopicPartition(topic.name(), partition),
                                    new OffsetAndMetadata(offset)))
                    .all()
                    .get();
        }
    }
}
