package se.foreningstorget.eventkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.event.ConnectionCheckedInEvent;
import com.mongodb.event.ConnectionCheckedOutEvent;
import com.mongodb.event.ConnectionPoolListener;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.eventkit.StoreProxy.Fate;
import se.foreningstorget.eventkit.Tally.Command.Annotate;
import se.foreningstorget.testkit.Platform;

/**
 * Many writers, several documents, and a store that does to one command in twelve what it likes.
 */
class HostileStoreLoadTest {
    private static final int DOCUMENTS = 5;
    private static final int WRITERS = 10;
    private static final int COMMANDS = 8;
    private static final int MOST_CONNECTIONS = 30;
    private static final Duration DEADLINE = Duration.ofSeconds(4);

    private final AtomicInteger lent = new AtomicInteger();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Topic<Tally, Tally.Event> topic = Tally.topic();

    @Test
    void whatWasAcknowledgedIsThereAndSentAndNothingHappenedTwice() throws Exception {
        var broker = Platform.shared().bootstrapServers();
        try (var store = new StoreProxy();
                var publisher = new Publisher(broker, "kit");
                var kit =
                        new Kit(
                                broker,
                                store.settings(DEADLINE)
                                        .applyToConnectionPoolSettings(pool ->
                                                pool.maxSize(MOST_CONNECTIONS)
                                                        .addConnectionPoolListener(new Lent()))
                                        .build(),
                                "kit-" + UUID.randomUUID(),
                                DEADLINE,
                                publisher,
                                InstantSource.fixed(Kit.NOW))) {
            var tallies = kit.tallies(topic);
            kit.started();
            allWrite(tallies, "warm");
            await().until(() -> tallies.atWork() == 0);
            var threads = clientThreads();

            store.plays(new Whims(2026)::on);
            allWrite(tallies, "hostile");
            store.plays(_ -> StoreProxy.PASS);
            allWrite(tallies, "after");

            assertThat(acknowledged).hasSizeGreaterThan(2 * WRITERS * COMMANDS);
            await().atMost(Duration.ofSeconds(60)).until(() -> tallies.atWork() == 0);
            var sent = kit.records(topic);
            for (int i = 0; i < DOCUMENTS; i++) {
                holds(sent, tallies, "d" + i);
            }
            assertThat(acknowledged).as("acknowledged, but never sent").isEmpty();
            await().until(() -> lent.get() == 0);
            assertThat(store.connections()).isLessThanOrEqualTo(MOST_CONNECTIONS + 2);
            assertThat(clientThreads()).isEqualTo(threads);
        }
    }

    /** The platform threads of drivers and producers; all our own are virtual. */
    private static long clientThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("cluster-") || name.startsWith("kafka-producer"))
                .count();
    }

    private void holds(
            List<ConsumerRecord<String, byte[]>> sent, Aggregates<Tally, ?, ?> tallies, String id) {
        var records = sent.stream().filter(it -> id.equals(it.key())).toList();
        var events =
                records.stream()
                        .map(it -> EventRecord.read(it.value()))
                        .collect(Collectors.toMap(EventRecord::seq, it -> it, (one, _) -> one));
        var seq = tallies.find(id).orElseThrow().seq();
        assertThat(Kit.seqs(records, id).stream().distinct().toList())
                .as("in order, without gaps")
                .isEqualTo(LongStream.rangeClosed(1, seq).boxed().toList());
        assertThat(Kit.states(records, id)).isSorted().endsWith(seq);
        var notes = events.values().stream().map(it -> it.data().get("note").asString()).toList();
        assertThat(notes).as("done twice").doesNotHaveDuplicates();
        assertThat(tallies.find(id).orElseThrow().state().note())
                .isEqualTo(events.get(seq).data().get("note").asString());
        notes.forEach(acknowledged::remove);
    }

    private void allWrite(Aggregates<Tally, Tally.Command, Tally.Event> tallies, String when)
            throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = new ArrayList<Future<?>>();
            for (int writer = 0; writer < WRITERS; writer++) {
                var name = when + "-" + writer + "-";
                int first = writer;
                writers.add(
                        threads.submit(() -> {
                            for (int i = 0; i < COMMANDS; i++) {
                                write(tallies, "d" + (first + i) % DOCUMENTS, name + i);
                            }
                        }));
            }
            for (var writer : writers) {
                writer.get();
            }
        }
    }

    private void write(
            Aggregates<Tally, Tally.Command, Tally.Event> tallies, String id, String note) {
        try {
            assertThat(tallies.handle(id, new Annotate(note))).isInstanceOf(Outcome.Done.class);
            acknowledged.add(note);
        } catch (TryLater unknown) {
            // it may have happened, once
        }
    }

    /** What befalls a command, drawn by a seed. */
    private static final class Whims {
        private static final List<Integer> CODES = List.of(10_107, 189, 11_602, 91);
        private final Random random;

        Whims(long seed) {
            this.random = new Random(seed);
        }

        synchronized Fate on(BsonDocument command) {
            boolean inserts = command.containsKey("insert");
            boolean writes = inserts || command.containsKey("update");
            if (!writes && !command.containsKey("find") || random.nextInt(12) > 0) {
                return StoreProxy.PASS;
            }
            int code = CODES.get(random.nextInt(CODES.size()));
            return switch (random.nextInt(writes ? 7 : 4)) {
                case 0 -> new Fate.Cut();
                case 1 -> new Fate.LoseReply();
                case 2 ->
                        random.nextInt(8) == 0
                                ? new Fate.Silence()
                                : new Fate.Answer(Fates.steppedDown(code));
                case 3 -> new Fate.Answer(Fates.steppedDown(code));
                case 4 -> new Fate.DoneBut(Fates.notByTheMajority(code));
                case 5 -> new Fate.Answer(Fates.notByTheMajority(code));
                default -> inserts ? new Fate.Answer(Fates.duplicateKey()) : new Fate.LoseReply();
            };
        }
    }

    private final class Lent implements ConnectionPoolListener {
        @Override
        public void connectionCheckedOut(ConnectionCheckedOutEvent event) {
            lent.incrementAndGet();
        }

        @Override
        public void connectionCheckedIn(ConnectionCheckedInEvent event) {
            lent.decrementAndGet();
        }
    }
}
