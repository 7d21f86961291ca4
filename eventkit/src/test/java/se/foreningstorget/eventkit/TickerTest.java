package se.foreningstorget.eventkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.testkit.Platform;

/** A tick reaches every partition, or says that it did not. */
class TickerTest {
    private final Topic<Tally, Tally.Event> personal =
            Topic.personal(Tally.topic().name(), Tally.class, Tally.Event.class);

    @Test
    void aTickThatArrivesEverywhereSaysSo() {
        var broker = Platform.shared().bootstrapServers();
        new TopicKeeper(broker, (short) 1).owning(List.of(personal)).start();
        try (var publisher = new Publisher(broker, "ticking")) {
            assertThat(new Ticker(publisher, List.of(personal)).tick()).isTrue();
        }
        assertThat(Kit.records(broker, personal.name(), personal.partitions())).hasSize(4);
    }

    @Test
    void aTickThatDoesNotArriveIsNoticed() {
        try (var publisher = new Publisher("127.0.0.1:1", "ticking", Duration.ofMillis(400))) {
            assertThat(new Ticker(publisher, List.of(personal)).tick()).isFalse();
        }
    }
}
