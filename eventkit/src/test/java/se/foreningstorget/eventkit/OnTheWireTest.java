package se.foreningstorget.eventkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.eventkit.Tally.Command.Annotate;
import se.foreningstorget.testkit.Platform;

/** What goes to the store and to the broker, word for word. */
class OnTheWireTest {
    private final StoreProxy store = new StoreProxy();
    private final List<BsonDocument> commands = new CopyOnWriteArrayList<>();
    private final Topic<Tally, Tally.Event> topic = Tally.topic();
    private final Kit kit =
            new Kit(
                    Platform.shared().bootstrapServers(),
                    store.settings(Kit.DEADLINE).build(),
                    "kit-" + UUID.randomUUID(),
                    Kit.DEADLINE,
                    new Publisher(Platform.shared().bootstrapServers(), "kit"),
                    InstantSource.fixed(Kit.NOW));
    private final Aggregates<Tally, Tally.Command, Tally.Event> tallies = kit.tallies(topic);

    @AfterEach
    void close() throws Exception {
        MDC.clear();
        kit.close();
        store.close();
    }

    @Test
    void aCommandIsOneReadAndOneConditionalLastingWrite() {
        tallies.close(); // so that the relay is still
        record();
        handled("a", "one");
        handled("a", "two");
        assertThat(commands)
                .extracting(BsonDocument::getFirstKey)
                .containsExactly("find", "insert", "find", "update");
        var insert = commands.get(1);
        var first = inserted();
        assertThat(first.keySet())
                .containsExactlyInAnyOrder(
                        "_id", "schema", "version", "seq", "at", "state", "outbox", "pending",
                        "nonces");
        assertThat(first.get("version")).isEqualTo(new BsonInt64(1));
        var update = commands.get(3).getArray("updates").getFirst().asDocument();
        assertThat(update.getDocument("q"))
                .isEqualTo(
                        new BsonDocument("_id", new BsonString("a"))
                                .append("version", new BsonInt64(1)));
        var set = update.getDocument("u").getDocument("$set");
        assertThat(set.get("version")).isEqualTo(new BsonInt64(2));
        assertThat(set.getBoolean("pending").getValue()).isTrue();
        assertThat(update.getDocument("u").getDocument("$push").containsKey("outbox")).isTrue();
        for (var write : List.of(insert, commands.get(3))) {
            assertThat(write.getDocument("writeConcern"))
                    .isEqualTo(BsonDocument.parse("{w: 'majority', j: true}"));
            assertThat(write.keySet()).doesNotContain("txnNumber", "startTransaction");
        }
    }

    @Test
    void whatIsDecidedOnAndWhatIsSentIsReadWithTheMajority() {
        record();
        handled("a", "one");
        await().until(() -> tallies.atWork() == 0);
        kit.started(); // and sweeps
        await().until(() ->
                commands.stream().anyMatch(it -> it.toJson().contains("{\"pending\": true}")));
        assertThat(commands.stream().filter(it -> it.containsKey("find")))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(find ->
                        assertThat(find.getDocument("readConcern").getString("level").getValue())
                                .isEqualTo("majority"));
    }

    @Test
    void theOutboxHoldsNoStateAndTheRecordHasTheOneAtSending() {
        record();
        MDC.put(Trace.KEY, "00-trace-01");
        handled("a", "one");
        assertThat(inserted().getArray("outbox"))
                .singleElement()
                .satisfies(it ->
                        assertThat(it.asDocument().keySet())
                                .containsExactlyInAnyOrder("type", "data", "seq", "at", "trace"));
        await().until(() -> tallies.atWork() == 0);
        var sent = kit.records(topic).getFirst();
        assertThat(sent.key()).isEqualTo("a");
        assertThat(BsonDocument.parse(text(sent.value())).keySet())
                .containsExactly("type", "data", "seq", "at", "state", "stateSeq");
        assertThat(
                        StreamSupport.stream(sent.headers().spliterator(), false)
                                .map(it -> it.key() + "=" + text(it.value())))
                .containsExactlyInAnyOrder(
                        "ce_specversion=1.0",
                        "ce_type=annotated",
                        "ce_source=/" + topic.name().replace('.', '/'),
                        "ce_id=a@1",
                        "ce_time=2026-11-22T10:00:00Z",
                        "content-type=application/json",
                        "traceparent=00-trace-01");
    }

    @Test
    void aProducerIsIdempotentWaitsForAllCopiesAndForNoCompany() {
        assertThat(Publisher.settings("broker.example.org:9092", "kit", Duration.ofSeconds(20)))
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("linger.ms", 0);
    }

    @Test
    void nobodyButItsOwnerMakesATopic() {
        var unknown = new ProducerRecord<>("kit.unknown-" + UUID.randomUUID(), "a", new byte[1]);
        try (var hasty =
                new Publisher(
                        Platform.shared().bootstrapServers(), "hasty", Duration.ofSeconds(4))) {
            assertThatThrownBy(() -> hasty.send(unknown).get())
                    .hasCauseInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void whatAClientSendsBackToSeeItsOwnWriteIsTheIdAndItsSeq() {
        assertThat(new Stored<>("a/b", "state", 7).seen()).isEqualTo("a/b@7");
    }

    private void record() {
        store.plays(command -> {
            if (List.of("find", "insert", "update").contains(command.getFirstKey())) {
                commands.add(command);
            }
            return StoreProxy.PASS;
        });
    }

    private BsonDocument inserted() {
        return commands.stream()
                .filter(it -> it.containsKey("insert"))
                .findFirst()
                .orElseThrow()
                .getArray("documents")
                .getFirst()
                .asDocument();
    }

    private void handled(String id, String note) {
        assertThat(tallies.handle(id, new Annotate(note))).isInstanceOf(Outcome.Done.class);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
