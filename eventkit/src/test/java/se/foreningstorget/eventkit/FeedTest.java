package se.foreningstorget.eventkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.eventkit.Tally.Command.Annotate;
import se.foreningstorget.eventkit.Tally.Command.Count;
import se.foreningstorget.eventkit.read.Feed;
import se.foreningstorget.testkit.Platform;

/** What an instance holds itself stays equal to its service's own aggregates. */
class FeedTest {
    private final Kit kit = Kit.shared("kit-" + UUID.randomUUID());
    private final Topic<Tally, Tally.Event> topic = Tally.topic();
    private final Aggregates<Tally, Tally.Command, Tally.Event> tallies = kit.tallies(topic);
    private final Map<String, Tally> held = new ConcurrentHashMap<>();
    private final Feed<Tally> feed =
            new Feed<>(Platform.shared().bootstrapServers(), tallies, held::put);

    @AfterEach
    void close() {
        feed.stop();
        kit.close();
    }

    @Test
    void whatWasThereAtTheStartAndWhatComesAfterIsHeld() throws Exception {
        kit.started();
        tallies.handle("before", new Count("one"));
        feed.start();
        assertThat(feed.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
        assertThat(held).containsKey("before");
        tallies.handle("after", new Count("one"));
        assertThat(feed.awaitSeen("after", 1, Duration.ofSeconds(10))).isTrue();
        assertThat(held).containsKey("after");
    }

    @Test
    void aTickReachesEveryPartitionOfAPersonalTopicAndTellsNothing() throws Exception {
        var personal = Topic.personal(Tally.topic().name(), Tally.class, Tally.Event.class);
        var tallies = kit.tallies(personal);
        kit.started();
        var feed = new Feed<>(Platform.shared().bootstrapServers(), tallies, held::put);
        feed.start();
        assertThat(feed.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
        new Ticker(kit.publisher, List.of(personal, topic)).tick();
        await().untilAsserted(() ->
                assertThat(kit.records(personal))
                        .extracting(record -> record.key())
                        .containsExactlyInAnyOrder("tick/0", "tick/1", "tick/2", "tick/3"));
        tallies.handle("after", new Count("one"));
        assertThat(feed.awaitSeen("after", 1, Duration.ofSeconds(10))).isTrue();
        assertThat(held).containsOnlyKeys("after");
        feed.stop();
    }

    @Test
    void whatCannotBeTakenInIsLeftOutAndKeepsNothingElseOut() throws Exception {
        kit.started();
        tallies.handle("odd", new Count("one"));
        var picky =
                new Feed<>(
                        Platform.shared().bootstrapServers(),
                        tallies,
                        (id, tally) -> {
                            if (id.equals("odd")) {
                                throw new IllegalArgumentException("what the record says");
                            }
                            held.put(id, tally);
                        });
        picky.start();
        assertThat(picky.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
        tallies.handle("even", new Count("one"));
        assertThat(picky.awaitSeen("even", 1, Duration.ofSeconds(10))).isTrue();
        tallies.handle("odd", new Count("two"));
        await().until(() -> picky.skipped() >= 2);
        assertThat(held).containsOnlyKeys("even");
        picky.stop();
    }

    @Test
    void whatHasNotComeIsNotSaidToBeSeen() {
        feed.start();
        assertThat(feed.awaitSeen("never", 1, Duration.ofMillis(50))).isFalse();
    }

    @Test
    void aLateDuplicateIsFollowedByTheTruthAndNeverApplied() throws Exception {
        kit.started();
        feed.start();
        assertThat(feed.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
        tallies.handle("a", new Annotate("old"));
        assertThat(feed.awaitSeen("a", 1, Duration.ofSeconds(10))).isTrue();
        var late = kit.records(topic).getFirst();
        tallies.handle("a", new Annotate("new"));
        assertThat(feed.awaitSeen("a", 2, Duration.ofSeconds(10))).isTrue();
        kit.publisher.send(new ProducerRecord<>(topic.name(), late.key(), late.value())).get();
        await().untilAsserted(() ->
                assertThat(Kit.seqs(kit.records(topic), "a")).containsExactly(1L, 2L, 1L, 3L));
        assertThat(held.get("a").note()).isEqualTo("new");
        var last = EventRecord.read(kit.records(topic).getLast().value());
        assertThat(last.state().get("note").asString()).isEqualTo("new");
    }
}
