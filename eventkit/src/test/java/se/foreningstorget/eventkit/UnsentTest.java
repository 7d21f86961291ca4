package se.foreningstorget.eventkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.eventkit.Tally.Command.Annotate;
import se.foreningstorget.eventkit.Tally.Event.Annotated;
import se.foreningstorget.testkit.Platform;

/** What waits in an outbox: how much may, and that it is sent whoever left it. */
class UnsentTest {
    private final String database = "kit-" + UUID.randomUUID();
    private final Topic<Tally, Tally.Event> topic = Tally.topic();
    private final Kit idle =
            new Kit(
                    "127.0.0.1:1",
                    StoreClient.settings(Platform.shared().mongoUri("unused"), Kit.DEADLINE)
                            .build(),
                    database,
                    Kit.DEADLINE,
                    new Publisher("127.0.0.1:1", "idle", Duration.ofSeconds(1)),
                    InstantSource.fixed(Kit.NOW));
    private final Aggregates<Tally, Tally.Command, Tally.Event> unsendable =
            idle.factory.over(topic, 1, Tally::decide, Tally::evolve);
    private final MongoCollection<Document> documents =
            idle.database.getCollection(topic.name().substring(4));

    @AfterEach
    void close() {
        idle.close();
    }

    @Test
    void writesStandWhileABrokerIsAwayAndNoneIsPulled() {
        for (int i = 0; i < 5; i++) {
            assertThat(unsendable.handle("a", new Annotate("n" + i)))
                    .isInstanceOf(Outcome.Done.class);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> unsendable.stuck().containsKey("a"));
        assertThat(waiting("a")).hasSize(5);
    }

    @Test
    void aDocumentWithAThousandUnsentEventsTakesNoMoreAndAllAreSentInOrderLater() {
        unsendable.handle("full", new Annotate("n0"));
        leave("full", 998, "");
        unsendable.handle("full", new Annotate("the thousandth"));
        assertThatThrownBy(() -> unsendable.handle("full", new Annotate("one more")))
                .isInstanceOfSatisfying(
                        TryLater.class, it -> assertThat(it.code()).isEqualTo("busy"));
        assertThat(unsendable.find("full").orElseThrow().state().note())
                .isEqualTo("the thousandth");
        try (var next = Kit.shared(database)) {
            var sending = next.tallies(topic);
            next.started();
            await().atMost(Duration.ofSeconds(30)).until(() -> waiting("full").isEmpty());
            assertThat(Kit.seqs(next.records(topic), "full"))
                    .isEqualTo(LongStream.rangeClosed(1, 1_000).boxed().toList());
            assertThat(sending.handle("full", new Annotate("one more")))
                    .isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void aRecordTooLargeToSendIsRefusedBeforeItIsStored() {
        assertThatThrownBy(() -> unsendable.handle("a", new Annotate("x".repeat(600_000))))
                .isInstanceOf(TooLarge.class);
        assertThat(unsendable.find("a")).isEmpty();
    }

    @Test
    void aStateThatWouldMakeAWaitingEventTooLargeHasToWait() {
        unsendable.handle("a", new Annotate("x".repeat(100_000)));
        leave("a", 1, "x".repeat(400_000)); // sendable with the state of then
        assertThatThrownBy(() -> unsendable.handle("a", new Annotate("y".repeat(200_000))))
                .isInstanceOfSatisfying(
                        TryLater.class, it -> assertThat(it.code()).isEqualTo("busy"));
        assertThat(unsendable.handle("a", new Annotate("short"))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aDocumentOverFourMegabytesHasToWait() {
        unsendable.handle("a", new Annotate("small"));
        leave("a", 10, "x".repeat(410_000));
        assertThatThrownBy(() -> unsendable.handle("a", new Annotate("y".repeat(50_000))))
                .isInstanceOfSatisfying(
                        TryLater.class, it -> assertThat(it.code()).isEqualTo("busy"));
    }

    @Test
    void whatAnotherInstanceLeftUnsentIsFoundByALaterSweep() {
        try (var running = Kit.sweeping(database, Duration.ofMillis(100))) {
            running.tallies(topic);
            running.started();
            unsendable.handle("a", new Annotate("left")); // by one whose broker is away for good
            unsendable.close();
            await().atMost(Duration.ofSeconds(10)).until(() -> waiting("a").isEmpty());
            assertThat(Kit.seqs(running.records(topic), "a")).containsExactly(1L);
        }
    }

    @Test
    void anOlderDocumentThatLacksWhatWasAddedIsReadWithDefaults() {
        unsendable.handle("a", new Annotate("kept"));
        documents.updateOne(
                new Document("_id", "a"), new Document("$unset", new Document("state.count", "")));
        assertThat(unsendable.find("a").orElseThrow().state())
                .isEqualTo(new Tally(0, List.of(), "kept"));
    }

    /** Events as earlier writes left them, put there at once. */
    private void leave(String id, int count, String note) {
        var seq = unsendable.find(id).orElseThrow().seq();
        var events = new ArrayList<Document>();
        for (int i = 1; i <= count; i++) {
            events.add(
                    new Document("type", Topic.wireName(Annotated.class))
                            .append("data", new Document("note", note))
                            .append("seq", seq + i)
                            .append("at", Kit.NOW.toString()));
        }
        documents.updateOne(
                new Document("_id", id),
                new Document("$set", new Document("seq", seq + count))
                        .append("$inc", new Document("version", 1L))
                        .append("$push", new Document("outbox", new Document("$each", events))));
    }

    private List<Document> waiting(String id) {
        return documents.find(new Document("_id", id)).first().getList("outbox", Document.class);
    }
}
