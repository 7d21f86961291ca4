package se.foreningstorget.eventkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.eventkit.StoreProxy.Fate;
import se.foreningstorget.eventkit.Tally.Command.Annotate;
import se.foreningstorget.testkit.Platform;

/** A store that breaks off, lies, refuses or is silent: what was written counts once, ever. */
class HostileStoreTest {
    private static final String INSERT = "\"insert\"";
    private static final String UPDATE = "\"$push\"";
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final StoreProxy store = new StoreProxy();
    private final Topic<Tally, Tally.Event> topic = Tally.topic();
    private final Kit kit =
            new Kit(
                    Platform.shared().bootstrapServers(),
                    store.settings(DEADLINE).build(),
                    "kit-" + UUID.randomUUID(),
                    DEADLINE,
                    new Publisher(Platform.shared().bootstrapServers(), "kit"),
                    InstantSource.fixed(Kit.NOW));
    private final Aggregates<Tally, Tally.Command, Tally.Event> tallies = kit.tallies(topic);

    @AfterEach
    void close() throws Exception {
        store.plays(_ -> StoreProxy.PASS);
        kit.close();
        store.close();
    }

    @Test
    void aFirstWriteWhoseReplyIsLostIsFoundByItsNonce() {
        firstWriteMeets(new Fate.LoseReply());
    }

    @Test
    void aFirstWriteThatNeverCameIsWrittenAgain() {
        firstWriteMeets(new Fate.Cut());
    }

    @Test
    void aFirstWriteRefusedAsDuplicateThoughNobodyWroteIsWrittenAgain() {
        firstWriteMeets(new Fate.Answer(Fates.duplicateKey()));
    }

    @Test
    void aFirstWriteThatIsItsOwnDuplicateCounts() {
        firstWriteMeets(new Fate.DoneBut(Fates.duplicateKey()));
    }

    @Test
    void aFirstWriteThatIsNeverAnsweredIsAskedForAgainWithinTheDeadline() {
        firstWriteMeets(new Fate.Silence());
    }

    @ParameterizedTest
    @ValueSource(ints = {10_107, 189, 11_602, 91})
    void aStoreThatStepsDownIsAskedAgain(int code) {
        firstWriteMeets(new Fate.Answer(Fates.steppedDown(code)));
        laterWriteMeets(new Fate.Answer(Fates.steppedDown(code)));
        store.plays(Fates.first(1, "\"find\"", new Fate.Answer(Fates.steppedDown(code))));
        assertThat(tallies.handle("a", new Annotate("read"))).isInstanceOf(Outcome.Done.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {10_107, 189, 11_602, 91})
    void aWriteTheMajorityMayHaveOrNotCountsOnce(int code) {
        firstWriteMeets(new Fate.DoneBut(Fates.notByTheMajority(code)));
        laterWriteMeets(new Fate.DoneBut(Fates.notByTheMajority(code)));
        laterWriteMeets(new Fate.Answer(Fates.notByTheMajority(code))); // rolled back
    }

    @Test
    void aLaterWriteWhoseReplyIsLostIsNotDecidedAgain() {
        tallies.handle("a", new Annotate("before"));
        laterWriteMeets(new Fate.LoseReply());
        laterWriteMeets(new Fate.Cut());
        laterWriteMeets(new Fate.Silence());
    }

    @Test
    void whatTheStoreRefusesAsTooLargeIsSaidAtOnceAndNotTriedAgain() {
        tallies.handle("a", new Annotate("before"));
        var insert = Fates.first(99, INSERT, new Fate.Answer(Fates.writeError(10_334, "16 MB")));
        store.plays(insert);
        assertThatThrownBy(() -> tallies.handle("b", new Annotate("x")))
                .isInstanceOf(TooLarge.class);
        var update = Fates.first(99, UPDATE, new Fate.Answer(Fates.writeError(17_419, "16 MB")));
        store.plays(update);
        assertThatThrownBy(() -> tallies.handle("a", new Annotate("x")))
                .isInstanceOf(TooLarge.class);
        assertThat(List.of(insert.seen().get(), update.seen().get())).containsExactly(1, 1);
        assertThat(tallies.find("b")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lost", "cut", "silence", "stepped-down"})
    void anOutboxWhoseEmptyingFailsIsEmptiedAndNothingIsOutOfOrder(String trouble) {
        kit.started();
        var fate =
                switch (trouble) {
                    case "lost" -> new Fate.LoseReply();
                    case "cut" -> new Fate.Cut();
                    case "silence" -> new Fate.Silence();
                    default -> new Fate.Answer(Fates.steppedDown(189));
                };
        var emptying = Fates.first(2, "\"pending\": false", fate);
        store.plays(emptying);
        tallies.handle("a", new Annotate("one"));
        tallies.handle("a", new Annotate("two"));
        awaitEmptied("a");
        assertThat(emptying.left().get()).isLessThan(2);
        assertThat(Kit.states(kit.records(topic), "a")).isSorted().endsWith(2L);
        assertThat(Kit.seqs(kit.records(topic), "a").stream().distinct()).containsExactly(1L, 2L);
    }

    @Test
    void aHungStoreHoldsNoRequestBeyondItsDeadlineAndThenServesAgain() {
        tallies.handle("a", new Annotate("before"));
        store.hang(true);
        var requests =
                List.of(
                        CompletableFuture.runAsync(() -> tallies.handle("a", new Annotate("hung"))),
                        CompletableFuture.runAsync(
                                () -> tallies.handle("a", new Annotate("queued"))),
                        CompletableFuture.runAsync(
                                () -> tallies.handle("new", new Annotate("hung"))),
                        CompletableFuture.runAsync(() -> tallies.find("a")));
        for (var request : requests) {
            await().atMost(DEADLINE.plusSeconds(2)).until(request::isDone);
            assertThat(request)
                    .failsWithin(Duration.ZERO)
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOf(TryLater.class);
        }
        store.hang(false);
        await().untilAsserted(() ->
                assertThat(tallies.handle("a", new Annotate("after")))
                        .isInstanceOf(Outcome.Done.class));
        assertThat(tallies.find("a").orElseThrow().seq()).isEqualTo(2);
        await().until(() -> tallies.atWork() == 0);
    }

    @Test
    void whoCannotTellAnyMoreWhetherItHappenedSaysSo() {
        tallies.handle("a", new Annotate("before"));
        try (var other =
                new Kit(
                        Platform.shared().bootstrapServers(),
                        Platform.shared().mongoUri(kit.database.getName()),
                        kit.database.getName())) {
            var others = other.tallies(topic);
            store.plays(command -> {
                if (command.toJson().contains("mine")) {
                    for (int i = 0; i <= AggregateStore.NONCES_KEPT; i++) {
                        others.handle("a", new Annotate("theirs " + i));
                    }
                    return new Fate.Cut();
                }
                return StoreProxy.PASS;
            });
            assertThatThrownBy(() -> tallies.handle("a", new Annotate("mine")))
                    .isInstanceOf(TryLater.class)
                    .hasMessageContaining("unknown");
        }
    }

    /** Of a document that does not exist, whose event is then sent once. */
    private void firstWriteMeets(Fate fate) {
        var id = "first-" + UUID.randomUUID();
        var script = Fates.first(1, INSERT, fate);
        store.plays(script);
        var outcome = tallies.handle(id, new Annotate(id));
        assertThat(script.left().get()).isNotPositive();
        assertThat(outcome)
                .isEqualTo(
                        new Outcome.Done<>(
                                new Stored<>(id, new Tally(0, List.of(), id), 1), null, true));
        assertThat(tallies.find(id).orElseThrow().seq()).isEqualTo(1);
    }

    private void laterWriteMeets(Fate fate) {
        store.plays(_ -> StoreProxy.PASS);
        tallies.handle("a", new Annotate("earlier"));
        var before = tallies.find("a").orElseThrow();
        var words = UUID.randomUUID().toString();
        var script = Fates.first(1, UPDATE, fate);
        store.plays(script);
        var after = new Stored<>("a", new Tally(0, List.of(), words), before.seq() + 1);
        assertThat(tallies.handle("a", new Annotate(words)))
                .isEqualTo(new Outcome.Done<>(after, before.state(), true));
        assertThat(script.left().get()).isNotPositive();
        assertThat(tallies.find("a")).contains(after);
    }

    private void awaitEmptied(String id) {
        var documents = kit.database.getCollection(topic.name().substring(4));
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(MongoException.class)
                .untilAsserted(() ->
                        assertThat(documents.find(new Document("_id", id)).first())
                                .containsEntry("pending", false)
                                .containsEntry("outbox", List.of()));
    }
}
