package se.foreningstorget.eventkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.eventkit.Tally.Command.Annotate;
import se.foreningstorget.eventkit.Tally.Command.Count;
import se.foreningstorget.eventkit.read.EventReader;
import se.foreningstorget.eventkit.read.Happened;
import se.foreningstorget.eventkit.read.Parking;
import se.foreningstorget.eventkit.read.Projection;
import se.foreningstorget.testkit.Platform;

/** What projections and reactions make of the records of a topic. */
class ReadingTest {
    private static final String TALLY =
            """
            {"type":"counted","data":{"step":"x"},"seq":7,"at":"2026-11-22T10:00:01Z",\
            "state":{"count":7,"steps":[],"note":""},"stateSeq":7}\
            """;

    private final String database = "kit-" + UUID.randomUUID();
    private final Kit kit = Kit.shared(database);
    private final Topic<Tally, Tally.Event> topic = Tally.topic();
    private final Aggregates<Tally, Tally.Command, Tally.Event> tallies = kit.tallies(topic);
    private final EventReader reader = readerAt(Kit.NOW);

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void aProjectionIsTheSameAfterEveryOrderAndRepeat() {
        var records = someRecords();
        var inOrder = projection("in-order");
        var shuffledTwice = projection("shuffled");
        records.forEach(mirroring(inOrder));
        var again = new ArrayList<>(records);
        again.addAll(records);
        Collections.shuffle(again, new java.util.Random(7));
        again.forEach(mirroring(shuffledTwice));
        assertThat(kept(shuffledTwice)).isEqualTo(kept(inOrder)).hasSize(3);
        assertThat(inOrder.find("b")).contains(tallies.find("b").orElseThrow().state());
    }

    @Test
    void aProjectionTakesInWhatItDoesNotKnowHappened() {
        var known = projection("known");
        tallies.handle("a", new Count("one"));
        tallies.republish("a", 1);
        kit.started();
        awaitRecords(2).forEach(mirroring(known));
        assertThat(known.find("a")).isPresent();
    }

    @Test
    void aReactionMeetsEachEventWithTheSameEffectId() {
        var effects = new HashMap<String, Tally.Event>();
        Consumer<Message<byte[]>> reaction =
                reader.reacting(
                        "CountAlong",
                        topic,
                        (Happened<Tally, Tally.Event> happened) ->
                                effects.put(happened.effectId(), happened.event()));
        var records = someRecords();
        records.forEach(reaction);
        records.forEach(reaction);
        assertThat(effects).hasSize(records.size()).containsKey("CountAlong/b/2");
    }

    @Test
    void aReactionSkipsWhatHappenedBeforeItsBirth() {
        var met = new ArrayList<String>();
        var records = someRecords();
        readerAt(Kit.NOW.plusSeconds(1))
                .reacting("BornLater", topic, happened -> met.add(happened.effectId()));
        var reborn =
                readerAt(Kit.NOW)
                        .reacting("BornLater", topic, happened -> met.add(happened.effectId()));
        records.forEach(reborn);
        assertThat(met).isEmpty();
    }

    @Test
    void oneThatWasThereBeforeItsTopicsFirstRecordSkipsNothingWhateverTheClock() {
        var met = new ArrayList<String>();
        var reaction =
                readerAt(Kit.NOW.plusSeconds(3_600))
                        .reacting("ThereFirst", topic, happened -> met.add(happened.effectId()));
        someRecords().forEach(reaction);
        assertThat(met).hasSize(5);
    }

    @Test
    void aReactionSkipsWhatItDoesNotKnow() {
        var met = new ArrayList<String>();
        var reaction = reader.reacting("Careful", topic, it -> met.add(it.effectId()));
        reaction.accept(
                message(
                        "a",
                        """
                        {"type":"from-the-future","data":{"x":1},"seq":1,"at":"2026-11-22T10:00:01Z",\
                        "state":{"count":1},"stateSeq":1}\
                        """));
        assertThat(met).isEmpty();
    }

    @Test
    void aRecordThatCanNeverSucceedIsParkedWithItsReason() {
        var group = "parking-group";
        new TopicKeeper(Platform.shared().bootstrapServers(), (short) 1)
                .parking(topic, group)
                .start();
        reader.mirroring(group, topic, projection("parked")).accept(message("a", "not json"));
        var parked = Kit.records(Platform.shared().bootstrapServers(), topic.parkingFor(group), 1);
        assertThat(parked)
                .singleElement()
                .satisfies(record -> {
                    assertThat(new String(record.value(), StandardCharsets.UTF_8))
                            .isEqualTo("not json");
                    assertThat(header(record, "parked-because")).contains("Unrecognized token");
                    assertThat(header(record, "parked-offset")).isEqualTo("42");
                });
    }

    @Test
    void whatCannotBeParkedNowIsNotTakenForDone() {
        try (var away = new Publisher("127.0.0.1:1", "away", Duration.ofMillis(400))) {
            var reader =
                    new EventReader(kit.database, new Parking(away), InstantSource.fixed(Kit.NOW));
            var function = reader.mirroring("a-group", topic, projection("unparked"));
            assertThatThrownBy(() -> function.accept(message("a", "not json")))
                    .isInstanceOfSatisfying(
                            TryLater.class, it -> assertThat(it.code()).isEqualTo("broker-away"));
        }
    }

    @Test
    void aRecordTheStoreFindsTooLargeIsParked() throws Exception {
        var group = "too-large";
        new TopicKeeper(Platform.shared().bootstrapServers(), (short) 1)
                .parking(topic, group)
                .start();
        try (var store = new StoreProxy();
                var hostile = through(store)) {
            store.plays(
                    Fates.first(
                            9,
                            "\"insert\"",
                            new StoreProxy.Fate.Answer(Fates.writeError(10_334, "16 MB"))));
            Projection<Tally, Tally> kept =
                    new Projection<>(hostile.database.getCollection("p"), Tally.class, it -> it);
            reader.mirroring(group, topic, kept).accept(message("a", TALLY));
        }
        assertThat(Kit.records(Platform.shared().bootstrapServers(), topic.parkingFor(group), 1))
                .hasSize(1);
    }

    @Test
    void aProjectionsFirstRecordRefusedAsDuplicateThoughNobodyWroteIsTakenIn() throws Exception {
        try (var store = new StoreProxy();
                var hostile = through(store)) {
            store.plays(
                    Fates.first(1, "\"insert\"", new StoreProxy.Fate.Answer(Fates.duplicateKey())));
            Projection<Tally, Tally> kept =
                    new Projection<>(hostile.database.getCollection("p"), Tally.class, it -> it);
            reader.mirroring("a-group", topic, kept).accept(message("a", TALLY));
            assertThat(kept.find("a")).contains(new Tally(7, List.of(), ""));
        }
    }

    @Test
    void aProjectionTwoInstancesWriteToNeverGoesBack() throws Exception {
        var here = projection("contended");
        mirroring(here).accept(message("a", TALLY.replace("7", "1")));
        var read = new CountDownLatch(1);
        var newerIsIn = new CountDownLatch(1);
        try (var store = new StoreProxy();
                var slow = through(store)) {
            Projection<Tally, Tally> there =
                    new Projection<>(
                            slow.database.getCollection("contended"), Tally.class, it -> it);
            store.plays(Fates.first(1, "\"find\"", new StoreProxy.Fate.Held(read, newerIsIn)));
            var older =
                    Thread.ofVirtual()
                            .start(() ->
                                    reader.mirroring("a-group", topic, there)
                                            .accept(message("a", TALLY.replace("7", "5"))));
            read.await();
            mirroring(here).accept(message("a", TALLY.replace("7", "9")));
            newerIsIn.countDown();
            older.join();
        }
        assertThat(here.find("a")).contains(new Tally(9, List.of(), ""));
    }

    @Test
    void whatIsOnlyAwayIsNotParked() {
        var reaction =
                reader.reacting(
                        "Waiting",
                        topic,
                        _ -> {
                            throw new TryLater("mail-away", "no mail server", null);
                        });
        assertThatThrownBy(() -> someRecords().forEach(reaction))
                .isInstanceOfSatisfying(
                        TryLater.class, it -> assertThat(it.code()).isEqualTo("mail-away"));
    }

    /** Three keys; the second has three events. */
    private List<Message<byte[]>> someRecords() {
        tallies.handle("a", new Count("one"));
        tallies.handle("b", new Count("one"));
        tallies.handle("b", new Annotate("middle"));
        tallies.handle("b", new Count("two"));
        tallies.handle("c", new Count("one"));
        kit.started();
        return awaitRecords(5);
    }

    private List<Message<byte[]>> awaitRecords(int count) {
        await().until(() -> kit.records(topic).size() >= count);
        return kit.records(topic).stream()
                .map(it -> message(it.key(), new String(it.value(), StandardCharsets.UTF_8)))
                .toList();
    }

    private static Message<byte[]> message(String key, String value) {
        return MessageBuilder.withPayload(value.getBytes(StandardCharsets.UTF_8))
                .setHeader(KafkaHeaders.RECEIVED_KEY, key.getBytes(StandardCharsets.UTF_8))
                .setHeader(KafkaHeaders.OFFSET, 42L)
                .setHeader(KafkaHeaders.RECEIVED_PARTITION, 0)
                .build();
    }

    private Kit through(StoreProxy store) {
        return new Kit(
                Platform.shared().bootstrapServers(),
                store.settings(Kit.DEADLINE).build(),
                database,
                Kit.DEADLINE,
                new Publisher(Platform.shared().bootstrapServers(), "kit"),
                InstantSource.fixed(Kit.NOW));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private EventReader readerAt(java.time.Instant now) {
        return new EventReader(kit.database, new Parking(kit.publisher), InstantSource.fixed(now));
    }

    private Projection<Tally, Tally> projection(String name) {
        return new Projection<>(kit.database.getCollection(name), Tally.class, it -> it);
    }

    private Consumer<Message<byte[]>> mirroring(Projection<Tally, Tally> projection) {
        return reader.mirroring("a-group", topic, projection);
    }

    private Map<String, Tally> kept(Projection<Tally, Tally> projection) {
        var all = new HashMap<String, Tally>();
        for (var key : List.of("a", "b", "c", "none")) {
            projection.find(key).ifPresent(tally -> all.put(key, tally));
        }
        return all;
    }
}
