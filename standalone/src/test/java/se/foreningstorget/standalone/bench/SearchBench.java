package se.foreningstorget.standalone.bench;

import com.mongodb.client.MongoClients;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.bson.Document;
import se.foreningstorget.contracts.register.Association;
import se.foreningstorget.contracts.register.AssociationFacts;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.contracts.register.AssociationKind;
import se.foreningstorget.contracts.register.Source;
import se.foreningstorget.embedded.EmbeddedStore;
import se.foreningstorget.eventkit.Documents;
import se.foreningstorget.standalone.SquareForBench;

/** (d) Searches a second and how long each takes, with 51 associations and with 100,000. */
final class SearchBench {
    private static final int MANY = 100_000;
    private static final List<String> QUERIES =
            List.of(
                    "kör",
                    "museiförening",
                    "sjunga i kör",
                    "fotboll barn",
                    "dans för gamla",
                    "schak",
                    "musk",
                    "Råå",
                    "pensionär",
                    "simning nybörjare",
                    "lära mig svenska",
                    "konst och hantverk");
    private static final List<String> FIRST =
            List.of("Råå", "Tågaborgs", "Norra", "Söders", "Kullabygdens", "Ramlösa", "Öresunds");
    private static final List<String> WHAT =
            List.of(
                    "kör",
                    "fotbollsklubb",
                    "hembygdsförening",
                    "schacksällskap",
                    "dansförening",
                    "simklubb",
                    "pensionärsförening",
                    "museiförening",
                    "konstförening",
                    "teater");

    private SearchBench() {}

    static void run(Path folder) throws Exception {
        var few = measured(folder.resolve("few"), "51");
        var prepared = folder.resolve("many");
        fill(Files.createDirectories(prepared).resolve("store"));
        Files.writeString(prepared.resolve("format"), "1");
        var many = measured(prepared, "100,000");
        System.out.printf(
                Locale.ROOT,
                "ratio 100,000 / 51: p50 %.2f, p99 %.2f%n",
                many.millis(0.5) / few.millis(0.5),
                many.millis(0.99) / few.millis(0.99));
    }

    private static Figures measured(Path folder, String label) throws Exception {
        long began = System.nanoTime();
        try (var square = SquareForBench.start(folder)) {
            double ready = (System.nanoTime() - began) / 1e9;
            for (int i = 0; i < 600; i++) {
                search(square, i);
            }
            var nanos = new long[1_500];
            long start = System.nanoTime();
            for (int i = 0; i < nanos.length; i++) {
                long one = System.nanoTime();
                search(square, i);
                nanos[i] = System.nanoTime() - one;
            }
            var figures = Figures.of(nanos);
            System.out.printf(
                    Locale.ROOT,
                    "%8s associations: %.0f searches/s by one client, %s; ready after %.1f s%n",
                    label,
                    nanos.length / ((System.nanoTime() - start) / 1e9),
                    figures,
                    ready);
            return figures;
        }
    }

    private static void search(SquareForBench square, int i) {
        var q = URLEncoder.encode(QUERIES.get(i % QUERIES.size()), StandardCharsets.UTF_8);
        var reply = square.http().get("/api/register/v1/associations?q=" + q, null);
        if (reply.status() != 200) {
            throw new IllegalStateException(reply.raw().body());
        }
    }

    /** Straight into the store, as they would lie there after all events were sent. */
    private static void fill(Path store) {
        var chance = new Random(1);
        var at = Instant.parse("2026-01-01T00:00:00Z");
        try (var server = EmbeddedStore.start(store, 0);
                var client = MongoClients.create(server.connectionString())) {
            var associations = client.getDatabase("register-service").getCollection("associations");
            var batch = new ArrayList<Document>();
            for (int i = 0; i < MANY; i++) {
                batch.add(document("pahittad-" + i, name(chance, i), at));
                if (batch.size() == 1_000) {
                    associations.insertMany(batch);
                    batch.clear();
                }
            }
        }
    }

    private static String name(Random chance, int i) {
        return FIRST.get(chance.nextInt(FIRST.size()))
                + " "
                + WHAT.get(chance.nextInt(WHAT.size()))
                + " "
                + i;
    }

    private static Document document(String id, String name, Instant at) {
        var facts =
                new AssociationFacts(
                        name,
                        AssociationKind.ASSOCIATION,
                        "Vi träffas varje vecka och alla är"
                                + " välkomna, både nybörjare och vana.",
                        null,
                        List.of(),
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of());
        var association = new Association(new AssociationId(id), facts, Source.STAFF, at, at, at);
        return new Document("_id", id)
                .append("outbox", List.of())
                .append("schema", 1)
                .append("version", 1L)
                .append("seq", 1L)
                .append("state", Documents.of(association))
                .append("pending", false)
                .append("nonces", List.of());
    }
}
