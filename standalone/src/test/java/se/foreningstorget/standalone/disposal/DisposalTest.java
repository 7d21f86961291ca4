package se.foreningstorget.standalone.disposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.contracts.notification.NotificationTopics;
import se.foreningstorget.contracts.register.RegisterTopics;
import se.foreningstorget.embedded.EmbeddedBroker;
import se.foreningstorget.embedded.EmbeddedStore;
import se.foreningstorget.standalone.SquareForBench;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whoever's time is up is gone from every file, and whoever's disposal is held is not. Looked for
 * are the bytes of their words in all of the data folder but the mailbox, which is the recipients'.
 */
class DisposalTest {
    private static final String RULES = "foreningstorget.retention.rules";
    private static final String ROUND = "foreningstorget.retention.round";
    private static final String PARKED = "register.leads.tell-resident-what-became-of-the-lead";

    @TempDir private Path folder;

    @AfterEach
    void shippedRulesAgain() {
        System.clearProperty(RULES);
        System.clearProperty(ROUND);
    }

    @Test
    void aPersonWhoseTimeIsUpIsGoneFromEveryFile() throws Exception {
        var data = folder.resolve("data");
        var torborg = new ArrayList<>(Person.TORBORG.words());
        try (var square = SquareForBench.start(data)) {
            torborg.addAll(Person.TORBORG.leaveAndBeWelcomed(square));
            torborg.add(Person.TORBORG.subscribeAndEnd(square));
            Person.HALLVARD.leaveAndBeWelcomed(square);
            hold(square, Person.HALLVARD);
            park(square, Person.TORBORG.name());
        }
        assertThat(Traces.in(data.resolve("store"), torborg).values())
                .as("what is looked for can be found in the store")
                .anySatisfy(found -> assertThat(found).containsAll(Person.TORBORG.words()));
        assertThat(Traces.in(data.resolve("broker"), torborg).keySet())
                .as("and in the log")
                .anyMatch(file -> file.contains("register.leads-"))
                .anyMatch(file -> file.contains("notification.subscriptions-"))
                .anyMatch(file -> file.contains(".dlq-"));

        System.setProperty(RULES, everythingIsDueAtOnce().toString());
        System.setProperty(ROUND, "200ms");
        try (var square = SquareForBench.start(data)) {
            awaitForgotten(square, Person.TORBORG, torborg.getLast());
            var held = square.http().get(Person.HALLVARD.lead(), square.as("staff"));
            assertThat(held.status()).isEqualTo(200);
            assertThat(held.json().get("wish").asString()).isEqualTo(Person.HALLVARD.wish());
        }
        compactLog(data, torborg);
        startStoreOnce(data);

        assertThat(Traces.in(data, torborg)).isEmpty();
        assertThat(Traces.in(data, Person.HALLVARD.words()).keySet())
                .as("what is held is still there: the search does find what is left")
                .contains("store/store.mv")
                .anyMatch(file -> file.contains("register.leads-"));
        stillReads(data, Person.HALLVARD);
    }

    private static void hold(SquareForBench square, Person person) {
        var reason = Map.of("reason", "KS 2026/0481");
        var held = square.http().put(person.lead() + "/hold", square.as("staff"), reason);
        assertThat(held.status()).isEqualTo(200);
    }

    /** As a reader does with what it cannot take in. */
    private static void park(SquareForBench square, String words) throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", square.kafka()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            var bytes = words.getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(PARKED + ".dlq", "key", bytes)).get();
        }
    }

    /** The shipped rules with other periods, in a folder as a city has its own. */
    private Path everythingIsDueAtOnce() throws IOException {
        var rules = Files.createDirectories(folder.resolve("rules"));
        for (var service : List.of("register-service", "notification-service")) {
            var name = service + "-retention.json";
            try (var shipped = getClass().getResourceAsStream("/" + name)) {
                var json = ContractJson.mapper().readTree(shipped);
                for (var rule : json.get("rules")) {
                    var kind = rule.get("kind").asString();
                    if (kind.startsWith("lead-") || kind.startsWith("subscription-")) {
                        ((ObjectNode) rule).put("period", "PT0S");
                    }
                }
                ContractJson.mapper().writeValue(rules.resolve(name), json);
            }
        }
        return rules;
    }

    private static void awaitForgotten(SquareForBench square, Person person, String key) {
        var http = square.http();
        var staff = square.as("staff");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> http.get(person.lead(), staff).status() == 410);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        http.get("/api/notification/v1/subscriptions/links/" + key, null).status()
                                == 404);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        http.get("/api/register/v1/leads?limit=100", staff)
                                        .json()
                                        .get("total")
                                        .asInt()
                                == 1);
        try (var store = MongoClients.create(square.mongodb())) {
            var database = store.getDatabase("register-service");
            var line = new Document("_id", person.id() + "/3");
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            !database.getCollection("lead-history")
                                    .find(line)
                                    .first()
                                    .containsKey("line"));
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            database.getCollection("leads")
                                            .countDocuments(new Document("pending", true))
                                    == 0);
        }
    }

    /** What weeks of running do, in seconds: bounds made small, ticks, and the broker's cleaner. */
    private static void compactLog(Path data, List<String> words) throws Exception {
        var topics = List.<Topic<?, ?>>of(RegisterTopics.LEADS, NotificationTopics.SUBSCRIPTIONS);
        try (var broker = EmbeddedBroker.start(data.resolve("broker"), 0);
                var bounds = SmallBounds.on(broker.bootstrapServers(), topics)) {
            await().atMost(Duration.ofSeconds(120))
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> {
                        bounds.tick();
                        assertThat(Traces.in(data.resolve("broker"), words)).isEmpty();
                    });
        }
    }

    /**
     * The store's file keeps dead pages until something happens to be written over them; written
     * anew it has none.
     */
    private static void startStoreOnce(Path data) {
        EmbeddedStore.start(data.resolve("store"), 0).close();
    }

    private static void stillReads(Path data, Person person) {
        try (var store = EmbeddedStore.start(data.resolve("store"), 0);
                var client = MongoClients.create(store.connectionString())) {
            var lead =
                    client.getDatabase("register-service")
                            .getCollection("leads")
                            .find(new Document("_id", person.id()))
                            .first();
            assertThat(lead.toString()).contains(person.wish());
        }
    }
}
