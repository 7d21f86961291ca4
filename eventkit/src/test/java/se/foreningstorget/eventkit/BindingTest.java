package se.foreningstorget.eventkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.eventkit.Tally.Command.Annotate;
import se.foreningstorget.eventkit.read.Projection;
import se.foreningstorget.eventkit.testing.RunningService;
import se.foreningstorget.testkit.Platform;

/** A service's functions as they are bound: through redelivery, rebalancing, outage and poison. */
class BindingTest {
    private static final Duration SOON = Duration.ofSeconds(40);

    private final String broker = Platform.shared().bootstrapServers();
    private final String name = "kit-service-" + UUID.randomUUID().toString().substring(0, 8);
    private final Topic<Tally, Tally.Event> topic = Tally.topic();
    private final StoreProxy store = new StoreProxy();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Aggregates<Tally, Tally.Command, Tally.Event> tallies =
            kit(Clock.systemUTC()).tallies(topic);

    @BeforeEach
    void begin() {
        KitService.FAILURES.set(0);
        KitService.CALLS.set(0);
    }

    @AfterEach
    void end() throws Exception {
        KitService.FAILURES.set(0);
        store.hang(false);
        for (var each : open.reversed()) {
            each.close();
        }
        store.close();
    }

    @Test
    void aReactionThatFailedAfterItsWorkIsRepeatedAndHasItsEffectOnce() {
        var service = service();
        KitService.FAILURES.set(2);
        tallies.handle("a", new Annotate("one"));
        tallies.handle("a", new Annotate("two"));
        await().atMost(SOON).until(() -> effects(service) == 2 && KitService.FAILURES.get() == 0);
        await().atMost(SOON).until(() -> KitService.CALLS.get() == 4);
        assertThat(effects(service)).isEqualTo(2);
        assertThat(parked()).isZero();
    }

    @Test
    void groupsThatRebalanceInTheMiddleLoseNoEffectAndDoubleNone() throws Exception {
        var one = service();
        var two = service();
        for (int i = 0; i < 60; i++) {
            if (i == 20) {
                one.close(); // its partitions go to the other, with what was not committed
                open.remove(one);
            }
            tallies.handle("key-" + i % 7, new Annotate("n" + i));
        }
        await().atMost(SOON).until(() -> effects(two) == 60);
        awaitCopies(two);
        assertThat(parked()).isZero();
    }

    @Test
    void aStoreThatIsAwayParksNothingAndAllIsTakenInWhenItIsBack() {
        var service = service();
        tallies.handle("a", new Annotate("before"));
        await().atMost(SOON).until(() -> effects(service) == 1);
        store.hang(true);
        for (int i = 0; i < 5; i++) {
            tallies.handle("a", new Annotate("during " + i));
            tallies.handle("b", new Annotate("during " + i));
        }
        await().until(() -> tallies.atWork() == 0);
        await().atMost(SOON)
                .until(() -> KitService.CALLS.get() >= 1 + 5); // more tries than parking
        store.hang(false);
        await().atMost(SOON).until(() -> effects(service) == 11);
        awaitCopies(service);
        assertThat(parked()).isZero();
    }

    @Test
    void aRecordThatIsNoneIsParkedByEachGroupAndWhatFollowsIsTakenIn() throws Exception {
        var service = service();
        try (var publisher = new Publisher(broker, "poisoner")) {
            var poison = "{\"type\":".getBytes(StandardCharsets.UTF_8);
            publisher.send(new ProducerRecord<>(topic.name(), "a", poison)).get();
        }
        tallies.handle("a", new Annotate("after"));
        await().atMost(SOON).until(() -> effects(service) == 1);
        awaitCopies(service);
        assertThat(parked()).isEqualTo(2);
    }

    @Test
    void aNewReactionLeavesAnOldLogAloneAndAProjectionTakesAllOfItIn() {
        var past = kit(InstantSource.fixed(Clock.systemUTC().instant().minus(Duration.ofDays(1))));
        var earlier = past.factory.over(topic, 1, Tally::decide, Tally::evolve);
        earlier.handle("old", new Annotate("yesterday"));
        await().until(() -> earlier.atWork() == 0);
        var service = service();
        tallies.handle("old", new Annotate("now"));
        await().atMost(SOON).until(() -> effects(service) == 1);
        awaitCopies(service);
        assertThat(database(service).getCollection("effects").find().first())
                .containsEntry("_id", name + ".effects/old/2");
    }

    private Kit kit(InstantSource clock) {
        var database = "of-" + name;
        var settings = StoreClient.settings(Platform.shared().mongoUri(database), Kit.DEADLINE);
        var kit =
                new Kit(
                        broker,
                        settings.build(),
                        database,
                        Kit.DEADLINE,
                        new Publisher(broker, "kit"),
                        clock);
        open.add(kit);
        return kit;
    }

    private RunningService service() {
        var service =
                RunningService.start(
                        KitService.class,
                        "kit-service",
                        broker,
                        store.address(),
                        Map.of(
                                "kit.name",
                                name,
                                "kit.topic",
                                topic.name(),
                                "foreningstorget.deadline",
                                "2s"));
        open.add(service);
        return service;
    }

    private static MongoDatabase database(RunningService service) {
        return service.bean(MongoDatabase.class);
    }

    private static long effects(RunningService service) {
        return database(service).getCollection("effects").countDocuments();
    }

    private void awaitCopies(RunningService service) {
        @SuppressWarnings("unchecked")
        Projection<Tally, Tally> copies = service.bean(Projection.class);
        tallies.forEach(stored ->
                await().atMost(SOON)
                        .until(() -> copies.holds(stored.id(), stored.state(), stored.seq())));
    }

    private int parked() {
        return Kit.records(broker, topic.parkingFor(name + ".mirror"), 1).size()
                + Kit.records(broker, topic.parkingFor(name + ".effects"), 1).size();
    }
}
