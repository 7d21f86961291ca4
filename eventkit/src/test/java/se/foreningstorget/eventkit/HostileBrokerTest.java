package se.foreningstorget.eventkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.eventkit.Tally.Command.Annotate;
import se.foreningstorget.testkit.Platform;

/** A broker that is gone, paused, slow or refuses: writes stand, and all is sent in order later. */
class HostileBrokerTest {
    /** So that records fail for good within a test, as they do after 20 s in production. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final List<String> IDS = List.of("a", "b", "c");

    @TempDir static Path folder;
    private static BrokerProxy broker;

    private final Topic<Tally, Tally.Event> topic = Tally.topic();
    private final String name = "kit-" + UUID.randomUUID();
    private final Kit kit =
            new Kit(
                    broker.bootstrapServers(),
                    StoreClient.settings(Platform.shared().mongoUri(name), Kit.DEADLINE).build(),
                    name,
                    Kit.DEADLINE,
                    new Publisher(broker.bootstrapServers(), "kit", PATIENCE),
                    InstantSource.fixed(Kit.NOW));
    private final Aggregates<Tally, Tally.Command, Tally.Event> tallies = kit.tallies(topic);

    @BeforeAll
    static void start() {
        broker = new BrokerProxy(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        broker.close();
    }

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void aPausedBrokerGetsEverythingInOrderWhenItMovesOn() {
        write("before");
        broker.pause();
        writeUntilStuck();
        broker.resume();
        allArrivesInOrder();
    }

    @Test
    void aStoppedBrokerGetsEverythingInOrderWhenItIsBack() {
        write("before");
        broker.stopBroker();
        writeUntilStuck();
        broker.startBrokerAgain();
        allArrivesInOrder();
    }

    @Test
    void aSlowBrokerDelaysNoWriteAndGetsEverythingInOrder() {
        write("before");
        broker.slow(Duration.ofMillis(60));
        for (int i = 0; i < 20; i++) {
            write("slow " + i);
        }
        assertThat(tallies.find("a").orElseThrow().seq()).isEqualTo(21);
        broker.slow(Duration.ZERO);
        allArrivesInOrder();
    }

    /** Up and readable, but every record refused: as too large, or as from another time. */
    @ParameterizedTest
    @CsvSource({
        "max.message.bytes, 10, 1048576",
        "message.timestamp.before.max.ms, 0, 9223372036854775807"
    })
    void aBrokerThatRefusesEveryRecordGetsThemInOrderOnceItTakesThem(
            String setting, String refusing, String taking) throws Exception {
        write("before");
        await().until(() -> tallies.atWork() == 0);
        set(setting, refusing);
        writeUntilStuck();
        set(setting, taking);
        allArrivesInOrder();
    }

    @Test
    void aRecordTheBrokerNeverTakesHoldsUpItsOwnDocumentOnly() throws Exception {
        write("before");
        await().until(() -> tallies.atWork() == 0);
        set("max.message.bytes", "3000");
        tallies.handle("big", new Annotate("x".repeat(4_000)));
        await().until(() -> tallies.stuck().containsKey("big"));
        tallies.handle("big", new Annotate("small again"));
        for (int i = 0; i < 5; i++) {
            write("meanwhile " + i);
        }
        await().until(() -> tallies.atWork() == 1);
        assertThat(tallies.stuck()).containsOnlyKeys("big");
        var meanwhile = kit.records(topic);
        assertThat(Kit.seqs(meanwhile, "big")).as("nothing overtakes").isEmpty();
        IDS.forEach(
                id -> assertThat(Kit.seqs(meanwhile, id)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L));
        set("max.message.bytes", "1048576");
        allArrivesInOrder();
        assertThat(Kit.seqs(kit.records(topic), "big")).containsExactly(1L, 2L);
    }

    private void write(String note) {
        for (var id : IDS) {
            assertThat(tallies.handle(id, new Annotate(note))).isInstanceOf(Outcome.Done.class);
        }
    }

    private void writeUntilStuck() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> {
                    write("stuck " + UUID.randomUUID());
                    return tallies.stuck().keySet().containsAll(IDS);
                });
        write("and more");
    }

    private void allArrivesInOrder() {
        await().atMost(Duration.ofSeconds(40)).until(() -> tallies.atWork() == 0);
        assertThat(tallies.stuck()).isEmpty();
        var records = kit.records(topic);
        tallies.forEach(stored -> {
            assertThat(Kit.seqs(records, stored.id()).stream().distinct().toList())
                    .isEqualTo(LongStream.rangeClosed(1, stored.seq()).boxed().toList());
            assertThat(Kit.states(records, stored.id())).isSorted().endsWith(stored.seq());
        });
    }

    private void set(String setting, String value) throws Exception {
        var where = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        var what = new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET);
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(where, List.of(what))).all().get();
        }
    }
}
