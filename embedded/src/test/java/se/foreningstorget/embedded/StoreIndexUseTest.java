package se.foreningstorget.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which queries find by an index, told by how much quicker they are than one that cannot. */
class StoreIndexUseTest {
    private static final int DOCUMENTS = 50_000;
    private static final int BATCH = 1_000;

    @TempDir static Path folder;
    private static StoreFixture store;
    private static MongoCollection<Document> things;

    @BeforeAll
    static void fill() {
        store = new StoreFixture(folder);
        things = store.freshCollection();
        for (int from = 0; from < DOCUMENTS; from += BATCH) {
            things.insertMany(
                    IntStream.range(from, from + BATCH)
                            .mapToObj(i -> new Document("_id", id(i)).append("version", 0))
                            .toList());
        }
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private static String id(int number) {
        return "id-%06d".formatted(number);
    }

    static Stream<Arguments> queriesThatUseAnIndex() {
        return Stream.of(
                argumentSet("id", eq(id(30_000)), 1),
                argumentSet("ids", in("_id", id(1), id(30_000), id(49_999), "absent"), 3),
                argumentSet(
                        "id and version", new Document("_id", id(30_000)).append("version", 0), 1),
                argumentSet("id and version by and()", and(eq(id(30_000)), eq("version", 0)), 1),
                argumentSet("id and another version", and(eq(id(30_000)), eq("version", 1)), 0),
                argumentSet("id and an operator", and(eq(id(30_000)), lt("version", 5)), 1),
                argumentSet("id and any field", and(eq(id(30_000)), eq("absent", null)), 1),
                argumentSet("range of ids", and(gte("_id", id(200)), lt("_id", id(210))), 10),
                argumentSet("rest of ids", gt("_id", id(49_990)), 9));
    }

    @ParameterizedTest
    @MethodSource("queriesThatUseAnIndex")
    void isFarQuickerThanAScan(Bson query, int found) {
        assertThat(things.find(query).into(new ArrayList<>())).hasSize(found);
        var scan = best(eq("absent", "from every document"));
        assertThat(3 * best(query)).isLessThan(scan);
    }

    private static long best(Bson query) {
        return IntStream.range(0, 15).mapToLong(_ -> nanos(query)).min().orElseThrow();
    }

    private static long nanos(Bson query) {
        var start = System.nanoTime();
        things.find(query).into(new ArrayList<>(List.of()));
        return System.nanoTime() - start;
    }
}
