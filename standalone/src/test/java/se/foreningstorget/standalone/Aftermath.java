package se.foreningstorget.standalone;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.bson.Document;
import se.foreningstorget.embedded.EmbeddedStore;

/** Looks at a stopped system's store from outside: does every copy equal its source? */
final class Aftermath {
    private record Copy(String owner, String collection, String keeper, String copy) {}

    private static final List<Copy> COPIES =
            List.of(
                    new Copy(
                            "register-service",
                            "associations",
                            "venue-service",
                            "known-associations"),
                    new Copy(
                            "register-service",
                            "associations",
                            "calendar-service",
                            "known-associations"));

    private static final Map<String, List<String>> AGGREGATES =
            Map.of(
                    "register-service", List.of("associations", "leads"),
                    "calendar-service", List.of("events"),
                    "venue-service", List.of("venues", "days"),
                    "notification-service", List.of("subscriptions", "newsletters"));

    private Aftermath() {}

    /** What differs, given the system some more time to settle whenever something does. */
    static List<String> settled(Path data, Supplier<ChildSquare> start) {
        var differences = differences(data);
        for (int more = 0; more < 3 && !differences.isEmpty(); more++) {
            var square = start.get();
            Awaitility.await().pollDelay(Duration.ofSeconds(5)).until(() -> true);
            square.stop();
            differences = differences(data);
        }
        return differences;
    }

    private static List<String> differences(Path data) {
        var differences = new ArrayList<String>();
        try (var store = EmbeddedStore.start(data.resolve("store"), 0);
                MongoClient client = MongoClients.create(store.connectionString())) {
            for (var copy : COPIES) {
                var source = seqs(client.getDatabase(copy.owner()), copy.collection(), "seq");
                var kept = seqs(client.getDatabase(copy.keeper()), copy.copy(), "stateSeq");
                if (!source.equals(kept)) {
                    differences.add(copy + " differs");
                }
            }
            AGGREGATES.forEach((service, collections) -> {
                for (var collection : collections) {
                    unsent(client.getDatabase(service), collection, differences);
                }
            });
        }
        return differences;
    }

    private static Map<String, Long> seqs(MongoDatabase database, String collection, String field) {
        var seqs = new TreeMap<String, Long>();
        for (var document : database.getCollection(collection).find()) {
            seqs.put(document.getString("_id"), document.getLong(field));
        }
        return seqs;
    }

    private static void unsent(
            MongoDatabase database, String collection, List<String> differences) {
        for (Document document : database.getCollection(collection).find()) {
            if (!Objects.equals(document.get("pending"), false)) {
                differences.add(collection + " " + document.get("_id") + " has unsent events");
            }
        }
    }
}
