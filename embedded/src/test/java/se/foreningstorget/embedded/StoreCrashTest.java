package se.foreningstorget.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoreCrashTest {
    private static final int KILLS = Integer.getInteger("store.kills", 3);

    @ParameterizedTest
    @EnumSource(Durability.class)
    void everyAcknowledgedWriteSurvivesKills(Durability durability, @TempDir Path folder)
            throws Exception {
        Set<String> inserted = new HashSet<>();
        Map<String, Integer> versions = new HashMap<>();
        var random = new Random();
        for (int kill = 0; kill < KILLS; kill++) {
            try (var child = new ChildProcess(WritingStore.class, folder, durability.name())) {
                var enough = 300 + random.nextInt(2_000);
                await().atMost(Duration.ofMinutes(1))
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> child.acknowledgedSoFar() >= enough);
                for (var line : child.kill()) {
                    var words = line.split(" ", -1);
                    if (words[0].equals("inserted")) {
                        inserted.add(words[1]);
                    } else {
                        versions.merge(words[1], Integer.valueOf(words[2]), Math::max);
                    }
                }
            }
            verify(folder, inserted, versions);
        }
    }

    private static void verify(Path folder, Set<String> inserted, Map<String, Integer> versions) {
        try (var store = EmbeddedStore.start(folder, 0);
                var client = MongoClients.create(store.connectionString())) {
            var things = client.getDatabase("crash").getCollection("things");
            assertThat(ids(things)).containsAll(inserted);
            versions.forEach((id, version) -> {
                var thing = things.find(Filters.eq(id)).first();
                assertThat(thing).as(id).isNotNull();
                assertThat(thing.getInteger("version")).isGreaterThanOrEqualTo(version);
                assertThat(
                                things.countDocuments(
                                        new Document("_id", id)
                                                .append("version", thing.getInteger("version"))))
                        .as("the index agrees with the document")
                        .isEqualTo(1);
            });
        }
    }

    private static Set<String> ids(MongoCollection<Document> things) {
        return things.find()
                .projection(new Document("_id", 1))
                .map(found -> found.getString("_id"))
                .into(new HashSet<>());
    }
}
