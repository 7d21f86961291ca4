package se.foreningstorget.eventkit.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static se.foreningstorget.eventkit.watch.Sequences.Place.AFTER_A_GAP;
import static se.foreningstorget.eventkit.watch.Sequences.Place.EXPECTED;
import static se.foreningstorget.eventkit.watch.Sequences.Place.REPEATED;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class SequencesTest {
    private final Sequences sequences = new Sequences();

    @Test
    void eventsOneByOneAreExpectedWhateverTheirKeys() {
        assertThat(at(0, "a@1")).isEqualTo(EXPECTED);
        assertThat(at(1, "b@7")).isEqualTo(EXPECTED);
        assertThat(at(2, "a@2")).isEqualTo(EXPECTED);
        assertThat(at(3, "b@8")).isEqualTo(EXPECTED);
    }

    @Test
    void anEventWithoutTheOneBeforeIsAfterAGap() {
        at(0, "a/b@c@1");
        assertThat(at(1, "a/b@c@3")).isEqualTo(AFTER_A_GAP);
        assertThat(at(2, "a/b@c@4")).isEqualTo(EXPECTED);
    }

    @Test
    void anEventMetBeforeIsRepeated() {
        at(0, "a@1");
        at(1, "a@2");
        assertThat(at(2, "a@1")).isEqualTo(REPEATED);
        assertThat(at(3, "a@2")).isEqualTo(REPEATED);
        assertThat(at(4, "a@3")).isEqualTo(EXPECTED);
    }

    @Test
    void whatCompactionTookIsNoGap() {
        at(0, "a@1");
        assertThat(at(5, "a@6")).isEqualTo(EXPECTED);
    }

    @Test
    void readingAgainAfterAFailureIsNoRepeat() {
        at(0, "a@1");
        at(1, "a@2");
        assertThat(at(0, "a@1")).isEqualTo(EXPECTED);
        assertThat(at(1, "a@2")).isEqualTo(EXPECTED);
        assertThat(at(2, "a@3")).isEqualTo(EXPECTED);
    }

    @Test
    void aRecordThatIsNoEventSaysNothing() {
        at(0, "a@1");
        assertThat(at(1, "a@x")).isEqualTo(EXPECTED);
        assertThat(sequences.take(new ConsumerRecord<>("t", 0, 2, "tick/0", "{}")))
                .isEqualTo(EXPECTED);
        assertThat(at(3, "a@2")).isEqualTo(EXPECTED);
    }

    private Sequences.Place at(long offset, String id) {
        var record = new ConsumerRecord<>("t", 0, offset, "key", "value");
        record.headers().add("ce_id", id.getBytes(UTF_8));
        return sequences.take(record);
    }
}
