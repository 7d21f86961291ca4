package se.foreningstorget.eventkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.foreningstorget.eventkit.Tally.Command.Count;

/** One request's way, from a command to a lasting decision and its events on the topic. */
class AggregatesTest {
    private final String database = "kit-" + UUID.randomUUID();
    private final Kit kit = Kit.shared(database);
    private final se.foreningstorget.contracts.Topic<Tally, Tally.Event> topic = Tally.topic();
    private final Aggregates<Tally, Tally.Command, Tally.Event> tallies = kit.tallies(topic);

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void anAcceptedCommandIsStoredAndItsEventSent() {
        kit.started();
        var outcome = tallies.handle("a", new Count("one"));
        assertThat(outcome)
                .isEqualTo(
                        new Outcome.Done<>(
                                new Stored<>("a", new Tally(1, List.of("one"), ""), 1),
                                null,
                                true));
        assertThat(tallies.find("a").orElseThrow().state().count()).isEqualTo(1);
        await().untilAsserted(
                        () -> assertThat(Kit.seqs(kit.records(topic), "a")).containsExactly(1L));
        var record = EventRecord.read(kit.records(topic).getFirst().value());
        assertThat(record.type()).isEqualTo("counted");
        assertThat(record.at()).isEqualTo(Kit.NOW);
        assertThat(record.stateSeq()).isEqualTo(1);
        assertThat(record.state().get("count").asLong()).isEqualTo(1);
    }

    @Test
    void aRepeatChangesNothingAndSendsNothing() {
        kit.started();
        tallies.handle("a", new Count("one"));
        assertThat(tallies.handle("a", new Count("one")))
                .isInstanceOfSatisfying(
                        Outcome.Done.class, done -> assertThat(done.changed()).isFalse());
        assertThat(tallies.find("a").orElseThrow().seq()).isEqualTo(1);
    }

    @Test
    void aRepeatIsHarmlessEvenWhenItsPreconditionNoLongerHolds() {
        tallies.handle("a", new Count("one"));
        assertThat(tallies.handle("a", new Count("one"), _ -> false))
                .isInstanceOf(Outcome.Done.class);
        assertThat(tallies.handle("a", new Count("two"), _ -> false))
                .isEqualTo(new Outcome.Stale<Tally>());
    }

    @Test
    void aRefusalStoresNothing() {
        IntStream.range(0, 100).forEach(i -> tallies.handle("a", new Count("s" + i)));
        assertThat(tallies.handle("a", new Count("more")))
                .isEqualTo(new Outcome.Refused<Tally>(Tally.No.ENOUGH));
        assertThat(tallies.find("a").orElseThrow().seq()).isEqualTo(100);
    }

    @Test
    void twoInstancesAfterOneDocumentLoseNothingAndKeepTheOrder() throws Exception {
        kit.started();
        try (var other = Kit.shared(database);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var others = other.tallies(topic);
            other.started();
            Stream<Callable<Outcome<Tally>>> wishes =
                    IntStream.range(0, 100)
                            .mapToObj(i ->
                                    () ->
                                            (i % 2 == 0 ? tallies : others)
                                                    .handle("a", new Count("s" + i)));
            for (Future<Outcome<Tally>> wish : threads.invokeAll(wishes.toList())) {
                assertThat(wish.get()).isInstanceOf(Outcome.Done.class);
            }
            assertThat(tallies.find("a").orElseThrow().state().count()).isEqualTo(100);
            await().untilAsserted(() ->
                    assertThat(Kit.seqs(kit.records(topic), "a").stream().distinct())
                            .containsExactlyElementsOf(
                                    LongStream.rangeClosed(1, 100).boxed().toList()));
        }
    }

    @Test
    void concurrentFirstWritesOfOneDocumentAllCount() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var other = Kit.shared(database)) {
            var others = other.tallies(topic);
            for (int round = 0; round < 20; round++) {
                var id = "first-" + round;
                Stream<Callable<Outcome<Tally>>> wishes =
                        Stream.of(
                                () -> tallies.handle(id, new Count("mine")),
                                () -> others.handle(id, new Count("theirs")));
                for (var wish : threads.invokeAll(wishes.toList())) {
                    wish.get();
                }
                assertThat(tallies.find(id).orElseThrow().state().count()).isEqualTo(2);
            }
        }
    }

    @Test
    void whatACrashLeftUnsentIsSentByTheNextStart() {
        tallies.handle("a", new Count("one")); // the relay was never started, as if killed
        kit.close();
        try (var next = Kit.shared(database)) {
            next.tallies(topic);
            next.started();
            await().untilAsserted(() ->
                    assertThat(Kit.seqs(next.records(topic), "a")).containsExactly(1L));
        }
    }

    @Test
    void aSentOutboxIsEmptied() {
        kit.started();
        tallies.handle("a", new Count("one"));
        var collection = kit.database.getCollection(topic.name().substring(4));
        await().untilAsserted(() ->
                assertThat(collection.find(new Document("_id", "a")).first())
                        .containsEntry("pending", false)
                        .containsEntry("outbox", List.of()));
    }

    @Test
    void republishingSaysThePresentStateAgain() {
        kit.started();
        tallies.handle("a", new Count("one"));
        tallies.republish("a", 1);
        await().untilAsserted(() ->
                assertThat(Kit.seqs(kit.records(topic), "a")).containsExactly(1L, 2L));
        var last = EventRecord.read(kit.records(topic).getLast().value());
        assertThat(last.type()).isEqualTo("state-republished");
        assertThat(last.state().get("count").asLong()).isEqualTo(1);
        tallies.republish("a", 1); // something newer is on its way already
        tallies.republish("nobody", 1);
        assertThat(tallies.find("nobody")).isEmpty();
    }

    @Test
    void aDocumentOfANewerSchemaIsNeitherReadNorWritten() {
        tallies.handle("a", new Count("one"));
        kit.database
                .getCollection(topic.name().substring(4))
                .updateOne(
                        new Document("_id", "a"), new Document("$set", new Document("schema", 2)));
        assertThatThrownBy(() -> tallies.handle("a", new Count("two")))
                .isInstanceOfSatisfying(
                        TryLater.class, it -> assertThat(it.code()).isEqualTo("newer-document"));
    }
}
