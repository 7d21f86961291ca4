package se.foreningstorget.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import se.foreningstorget.eventkit.TryLater;

/** What was parked is found, looked at, put back once its cause is gone, or dropped. */
class ParkedRecordsTest {
    private final Desk desk = new Desk();
    private final ParkedRecords parked =
            new ParkedRecords(desk.reader, desk.records, desk.database, Clock.systemUTC());
    private final List<String> done = new ArrayList<>();
    private RuntimeException trouble = new IllegalStateException("cannot ever");
    private boolean troubled = true;
    private final Consumer<Message<byte[]>> reaction =
            desk.reader.reacting(
                    Desk.GROUP,
                    desk.topic,
                    happened -> {
                        if (troubled) {
                            throw trouble;
                        }
                        done.add(happened.effectId());
                    });

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void putBackOnceTheCauseIsGoneItHasItsEffectOnceAndIsNoLongerParked() {
        var one = parkedOne();
        assertThat(one.because()).contains("cannot ever");
        troubled = false;
        parked.putBack(one, "staff", "mended");
        assertThat(done).containsExactly(Desk.GROUP + "/a/1");
        assertThat(parked.waiting()).isEmpty();
        assertThat(left()).isEmpty();
    }

    @Test
    void putBackTooEarlyItIsParkedAnew() {
        var one = parkedOne();
        parked.putBack(one, "staff", "a try");
        assertThat(parked.waiting())
                .singleElement()
                .satisfies(anew -> assertThat(anew.id()).isNotEqualTo(one.id()));
    }

    @Test
    void putBackWhileSomethingIsAwayItStaysParked() {
        var one = parkedOne();
        trouble = new TryLater("store-away", "away", null);
        assertThatThrownBy(() -> parked.putBack(one, "staff", "a try"))
                .isInstanceOf(TryLater.class);
        assertThat(parked.waiting()).extracting(ParkedRecord::id).containsExactly(one.id());
    }

    @Test
    void whatIsDroppedIsGoneWithAReasonAndWithoutAnEffect() {
        var one = parkedOne();
        troubled = false;
        parked.drop(one, "staff", "nobody misses it");
        assertThat(parked.waiting()).isEmpty();
        assertThat(done).isEmpty();
        assertThat(desk.database.getCollection("parked-settled").find().first())
                .containsEntry("why", "nobody misses it")
                .containsEntry("by", "staff");
    }

    @Test
    void aSettledOneBehindOneThatWaitsIsNotTakenForWaiting() {
        var first = parkedOne();
        park();
        var second = parked.waiting().getLast();
        parked.drop(second, "staff", "a twin");
        assertThat(parked.waiting()).extracting(ParkedRecord::id).containsExactly(first.id());
        parked.drop(first, "staff", "too");
        assertThat(parked.waiting()).isEmpty();
        assertThat(left()).isEmpty();
    }

    private ParkedRecord parkedOne() {
        desk.notes.handle("a", "text");
        Awaitility.await().until(() -> !recordsOf("a").isEmpty());
        park();
        var waiting = parked.waiting();
        assertThat(waiting).hasSize(1);
        return waiting.getFirst();
    }

    private void park() {
        reaction.accept(
                MessageBuilder.withPayload(recordsOf("a").getFirst())
                        .setHeader(KafkaHeaders.RECEIVED_KEY, "a".getBytes(StandardCharsets.UTF_8))
                        .build());
    }

    private List<byte[]> recordsOf(String key) {
        var values = new ArrayList<byte[]>();
        desk.records.read(
                desk.topic.name(),
                record -> {
                    if (key.equals(record.key())) {
                        values.add(record.value());
                    }
                });
        return values;
    }

    /** What the parking topic still holds. */
    private List<Long> left() {
        var offsets = new ArrayList<Long>();
        desk.records.read(
                desk.topic.parkingFor(Desk.GROUP), record -> offsets.add(record.offset()));
        return offsets;
    }
}
