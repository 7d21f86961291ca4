package se.foreningstorget.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.eventkit.Aggregates;
import se.foreningstorget.eventkit.Outcome;
import se.foreningstorget.eventkit.TopicKeeper;
import se.foreningstorget.eventkit.TryLater;
import se.foreningstorget.eventkit.read.Feed;
import se.foreningstorget.eventkit.read.Projection;
import se.foreningstorget.testkit.Platform;

/** An old and a new version side by side on one store and broker, both writing. */
class RollingUpgradeTest {
    private static final String KAFKA = Platform.shared().bootstrapServers();
    private static final int NOTES = 20;
    private static final int WRITES = 150;

    private final String owner = "rolling-" + UUID.randomUUID();
    private final Version before = new Version(owner);
    private final Version after = new Version(owner);
    private final Aggregates<Note.Old, String, Note.OldEvent> olds =
            Note.oldOnes(before.factory, owner);
    private final Aggregates<Note.New, String, Note.NewEvent> news =
            Note.newOnes(after.factory, owner);

    @BeforeEach
    void start() {
        var topic = Note.newTopic(owner);
        new TopicKeeper(KAFKA, (short) 1).owning(List.of(topic)).parking(topic, "copy").start();
        before.factory.start();
        after.factory.start();
    }

    @AfterEach
    void stop() {
        before.close();
        after.close();
    }

    @Test
    void theOldOneServesAllButWhatTheNewOneWrote() {
        olds.handle("a", "from the old");
        olds.handle("b", "from the old");
        news.handle("a", "#red");
        var written = Objects.requireNonNull(document("a"));
        assertThat(written.getInteger("schema")).isEqualTo(2);

        assertThatExceptionOfType(TryLater.class)
                .isThrownBy(() -> olds.handle("a", "from the old again"))
                .returns("newer-document", TryLater::code);
        assertThatExceptionOfType(TryLater.class).isThrownBy(() -> olds.find("a"));
        olds.handle("b", "still from the old");
        olds.handle("c", "from the old, new");

        await().until(() -> Boolean.FALSE.equals(document("a").get("pending")));
        assertThat(document("a").get("state")).isEqualTo(written.get("state"));
        assertThat(document("a").get("version")).isEqualTo(written.get("version"));
        assertThat(news.find("b").orElseThrow().state().text()).isEqualTo("still from the old");
        assertThat(news.find("c").orElseThrow().state().colour()).isNull();
    }

    @Test
    void theOldOneSendsWhatANewOneLeftWithNothingTakenAway() {
        try (var dying = new Version(owner)) {
            var last = Note.newOnes(dying.factory, owner);
            after.close();
            dying.factory.stop(); // it writes yet, and sends nothing any more
            last.handle("a", "#red");
        }
        await().until(() -> !topic().of("a").isEmpty());
        var record = topic().of("a").getLast();
        assertThat(record.type()).isEqualTo("note-coloured");
        assertThat(record.state().get("colour").asString()).isEqualTo("#red");
    }

    @Test
    void anOldOneThatStartsAgainServesWhatIsNotNewer() throws Exception {
        olds.handle("a", "from the old");
        olds.handle("b", "from the old");
        news.handle("a", "#red");
        var index = new ConcurrentHashMap<String, String>();
        var feed = new Feed<>(KAFKA, olds, (id, note) -> index.put(id, note.text()));
        feed.start();
        try {
            assertThat(feed.awaitCaughtUp(Duration.ofSeconds(10))).isTrue();
            assertThat(index).containsEntry("b", "from the old");
            assertThat(olds.findAll(List.of("a", "b"))).hasSize(1);
        } finally {
            feed.stop();
        }
    }

    @Test
    void nothingIsLostWhileBothWrite() throws Exception {
        var acknowledged = new ConcurrentHashMap<String, Long>();
        var refused = new ConcurrentLinkedQueue<String>();
        var done = new CountDownLatch(4);
        for (int writer = 0; writer < 4; writer++) {
            int one = writer;
            Thread.ofVirtual()
                    .start(() -> {
                        for (int n = 0; n < WRITES; n++) {
                            var id = "note-" + (n * 7 + one) % NOTES;
                            var text = one + "/" + n;
                            if (one % 2 == 0) {
                                write(olds, id, text, acknowledged, refused);
                            } else if (n > WRITES / 3) {
                                write(news, id, n % 2 == 0 ? "#" + n : text, acknowledged, refused);
                            }
                        }
                        done.countDown();
                    });
        }
        done.await();
        await().until(() ->
                acknowledged.keySet().stream()
                        .allMatch(id -> Boolean.FALSE.equals(document(id).get("pending"))));
        var topic = topic();
        acknowledged.forEach((id, newest) -> {
            var seqs = topic.of(id).stream().map(it -> it.seq()).distinct().sorted().toList();
            assertThat(seqs).isEqualTo(LongStream.rangeClosed(1, newest).boxed().toList());
            assertThat(document(id).getLong("seq")).isEqualTo(newest);
        });
        assertThat(refused).isNotEmpty();

        var oldCopy = copy(before, "old-copy", Note.Old.class);
        var newCopy = copy(after, "new-copy", Note.New.class);
        mirror(before.reader.mirroring("copy", Note.oldTopic(owner), oldCopy), topic);
        mirror(after.reader.mirroring("copy", Note.newTopic(owner), newCopy), topic);
        acknowledged.forEach((id, newest) -> {
            var note = news.find(id).orElseThrow().state();
            assertThat(newCopy.find(id)).contains(note);
            assertThat(oldCopy.find(id)).contains(new Note.Old(note.text()));
        });

        var reactions = new ArrayList<String>();
        mirror(
                before.reader.reacting(
                        "old-reaction",
                        Note.oldTopic(owner),
                        happened -> reactions.add(happened.effectId())),
                topic);
        long known =
                topic.records().stream()
                        .filter(it -> it.record().type().equals("note-written"))
                        .count();
        assertThat(known).isLessThan(topic.records().size());
        assertThat(reactions).isEmpty(); // it was born after all this
    }

    private static <S, E> void write(
            Aggregates<S, String, E> notes,
            String id,
            String command,
            Map<String, Long> acknowledged,
            ConcurrentLinkedQueue<String> refused) {
        try {
            if (notes.handle(id, command) instanceof Outcome.Done<S>(var stored, _, _)) {
                acknowledged.merge(id, stored.seq(), Math::max);
            }
        } catch (TryLater newer) {
            refused.add(newer.code());
        }
    }

    private <P> Projection<P, P> copy(Version version, String name, Class<P> type) {
        return new Projection<>(version.database.getCollection(name), type, state -> state);
    }

    private static void mirror(Consumer<Message<byte[]>> function, TopicFromStart topic) {
        for (var one : topic.records()) {
            function.accept(
                    MessageBuilder.withPayload(
                                    ContractJson.mapper().writeValueAsBytes(one.record()))
                            .setHeader(
                                    KafkaHeaders.RECEIVED_KEY,
                                    one.key().getBytes(StandardCharsets.UTF_8))
                            .build());
        }
    }

    private TopicFromStart topic() {
        return TopicFromStart.read(KAFKA, owner + ".notes");
    }

    private Document document(String id) {
        return Objects.requireNonNull(
                before.database.getCollection("notes").find(new Document("_id", id)).first());
    }
}
