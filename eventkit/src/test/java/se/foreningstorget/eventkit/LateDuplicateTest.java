package se.foreningstorget.eventkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.eventkit.StoreProxy.Fate;
import se.foreningstorget.eventkit.Tally.Command.Annotate;
import se.foreningstorget.eventkit.read.Feed;
import se.foreningstorget.testkit.Platform;

/** Two instances of a service: each reads all its own records, and the truth has the last word. */
class LateDuplicateTest {
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration PATIENT = Duration.ofMinutes(2);

    private final String broker = Platform.shared().bootstrapServers();
    private final String name = "kit-" + UUID.randomUUID();
    private final Topic<Tally, Tally.Event> topic = Tally.topic();
    private final StoreProxy store = new StoreProxy();
    private final CountDownLatch thaw = new CountDownLatch(1);
    private final Kit one =
            new Kit(
                    broker,
                    store.settings(PATIENT).build(),
                    name,
                    PATIENT,
                    new Publisher(broker, "one"),
                    InstantSource.fixed(Kit.NOW));
    private final Kit two = Kit.shared(name);
    private final Aggregates<Tally, Tally.Command, Tally.Event> ones = one.tallies(topic);
    private final Aggregates<Tally, Tally.Command, Tally.Event> twos = two.tallies(topic);
    private final Map<String, Tally> held = new ConcurrentHashMap<>();
    private final Feed<Tally> feedOfOne = new Feed<>(broker, ones, (_, _) -> {}, GRACE);
    private final Feed<Tally> feedOfTwo = new Feed<>(broker, twos, held::put, GRACE);

    @AfterEach
    void close() throws Exception {
        thaw.countDown();
        feedOfOne.stop();
        feedOfTwo.stop();
        one.close();
        two.close();
        store.close();
    }

    @Test
    void eachInstancesReadersSeeWhatEitherWrote() throws Exception {
        caughtUp(feedOfOne);
        caughtUp(feedOfTwo);
        for (int i = 1; i < 10; i += 2) {
            ones.handle("a", new Annotate("by one " + i));
            assertThat(feedOfTwo.awaitSeen("a", i, SOON)).isTrue();
            assertThat(held.get("a").note()).isEqualTo("by one " + i);
            twos.handle("a", new Annotate("by two " + i));
            assertThat(feedOfOne.awaitSeen("a", i + 1, SOON)).isTrue();
        }
    }

    @Test
    void whatAFrozenInstanceSendsLateIsFollowedByTheTruthThoughNothingWasReadOfItBefore()
            throws Exception {
        oneFreezesWhileTwoMovesOn();
        caughtUp(feedOfTwo); // it knows the document by its scan alone
        thaw.countDown();
        await().atMost(SOON).until(() -> feedOfTwo.lateDuplicates() == 1);
        truthIsLast(3);
        assertThat(Kit.states(one.records(topic), "a")).containsExactly(2L, 2L, 1L, 3L);
        assertThat(held.get("a").note()).isEqualTo("new");
    }

    @Test
    void ofTwoInstancesThatNoticeTheSameOneActs() throws Exception {
        caughtUp(feedOfOne);
        caughtUp(feedOfTwo);
        oneFreezesWhileTwoMovesOn();
        assertThat(feedOfOne.awaitSeen("a", 2, SOON)).isTrue();
        thaw.countDown();
        await().atMost(SOON)
                .until(() ->
                        feedOfOne.lateDuplicates() + feedOfTwo.lateDuplicates() >= 1
                                && feedOfOne.appliedSeq("a") == 3
                                && feedOfTwo.appliedSeq("a") == 3);
        truthIsLast(3);
        assertThat(twos.find("a").orElseThrow().seq()).isEqualTo(3);
    }

    @Test
    void aLateDuplicateThatTheTruthFollowedByItselfIsLeftAlone() throws Exception {
        twos.handle("cleared", new Annotate("old"));
        twos.handle("stands", new Annotate("old"));
        await().until(() -> twos.atWork() == 0);
        var old = two.records(topic);
        twos.handle("cleared", new Annotate("new"));
        twos.handle("stands", new Annotate("new"));
        await().until(() -> twos.atWork() == 0);
        caughtUp(feedOfTwo);
        var now = two.records(topic);
        send(old, "cleared");
        send(now, "cleared");
        send(old, "stands");
        await().atMost(SOON).until(() -> feedOfTwo.appliedSeq("stands") == 3);
        assertThat(twos.find("cleared").orElseThrow().seq()).isEqualTo(2);
        assertThat(feedOfTwo.lateDuplicates()).isEqualTo(1);
    }

    /**
     * The relay of one has read the document and sends it when it thaws; two sends something newer.
     */
    private void oneFreezesWhileTwoMovesOn() {
        var written = new CountDownLatch(1);
        var frozen = new CountDownLatch(1);
        store.plays(command -> {
            if (command.containsKey("insert")) {
                written.countDown();
            } else if (command.containsKey("find") && written.getCount() == 0) {
                return new Fate.Held(frozen, thaw);
            }
            return StoreProxy.PASS;
        });
        ones.handle("a", new Annotate("old"));
        await().until(() -> frozen.getCount() == 0);
        store.plays(_ -> StoreProxy.PASS);
        twos.handle("a", new Annotate("new"));
        await().until(() -> twos.atWork() == 0);
        assertThat(Kit.states(two.records(topic), "a")).containsExactly(2L, 2L);
    }

    private void truthIsLast(long seq) {
        await().until(() -> ones.atWork() + twos.atWork() == 0);
        var last = EventRecord.read(two.records(topic).getLast().value());
        assertThat(last.stateSeq()).isEqualTo(seq);
        assertThat(last.state().get("note").asString()).isEqualTo("new");
    }

    private void send(Iterable<ConsumerRecord<String, byte[]>> records, String key)
            throws Exception {
        ConsumerRecord<String, byte[]> last = null;
        for (var record : records) {
            if (key.equals(record.key())) {
                last = record;
            }
        }
        assertThat(last).isNotNull();
        two.publisher.send(new ProducerRecord<>(topic.name(), key, last.value())).get();
    }

    private static void caughtUp(Feed<?> feed) throws InterruptedException {
        feed.start();
        assertThat(feed.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
    }
}
