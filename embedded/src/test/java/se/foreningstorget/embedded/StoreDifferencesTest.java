package se.foreningstorget.embedded;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CollationStrength;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ValidationOptions;
import com.mongodb.client.model.geojson.Point;
import com.mongodb.client.model.geojson.Position;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the embedded store does otherwise than MongoDB: nothing here may be relied on anywhere. A
 * test that fails after an update of the library is good news.
 */
class StoreDifferencesTest {
    @TempDir static Path folder;
    private static StoreFixture store;

    @BeforeAll
    static void start() {
        store = new StoreFixture(folder);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    /** What fails, and so is noticed. */
    @Nested
    class Refused {
        @Test
        void transactions() {
            var things = store.freshCollection();
            assertThatThrownBy(
                            () -> {
                                try (var session = store.client().startSession()) {
                                    session.startTransaction();
                                    things.insertOne(session, new Document());
                                    session.commitTransaction();
                                }
                            })
                    .isInstanceOf(MongoException.class);
        }

        @Test
        void changeStreams() {
            var things = store.freshCollection();
            assertThatThrownBy(() -> things.watch().cursor()).isInstanceOf(MongoException.class);
        }

        @Test
        void textSearch() {
            var things = store.freshCollection();
            things.insertOne(new Document("text", "kulturhus"));
            assertThatThrownBy(() -> things.find(text("kulturhus")).first())
                    .isInstanceOf(MongoException.class);
        }

        @Test
        void updatesByPipeline() {
            var things = store.freshCollection();
            things.insertOne(new Document("_id", 1).append("n", 1));
            var pipeline = List.of(new Document("$set", new Document("n", 2)));
            assertThatThrownBy(() -> things.updateOne(eq(1), pipeline))
                    .isInstanceOf(MongoException.class);
        }

        @Test
        void nearness() {
            var things = store.freshCollection();
            things.insertOne(new Document("place", new Point(new Position(13.0, 55.6))));
            var here = new Point(new Position(13.0, 55.6));
            assertThatThrownBy(() -> things.find(Filters.near("place", here, 1.0, 0.0)).first())
                    .isInstanceOf(MongoException.class);
        }
    }

    /** What is accepted and then not done. */
    @Nested
    class SilentlyOtherwise {
        @Test
        void aPartialUniqueIndexIsUniqueOverAll() {
            var things = store.freshCollection();
            things.createIndex(
                    new Document("slot", 1),
                    new IndexOptions().unique(true).partialFilterExpression(exists("taken")));
            things.insertOne(new Document("slot", 1));
            assertThatThrownBy(() -> things.insertOne(new Document("slot", 1)))
                    .isInstanceOf(MongoException.class);
        }

        @Test
        void aTtlIndexRemovesNothing() {
            var things = store.freshCollection();
            things.createIndex(
                    new Document("at", 1), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
            things.insertOne(new Document("at", Date.from(Instant.EPOCH)));
            assertThat(things.countDocuments()).isEqualTo(1);
        }

        @Test
        void anIndexThatIsNotUniqueIsOnlyAName() {
            var things = store.freshCollection();
            things.createIndex(Indexes.ascending("pending"));
            assertThat(things.listIndexes())
                    .extracting(index -> index.getString("name"))
                    .contains("pending_1");
        }

        @Test
        void validatorsAreNotEnforced() {
            var database = store.freshDatabase();
            database.createCollection(
                    "things",
                    new CreateCollectionOptions()
                            .validationOptions(new ValidationOptions().validator(exists("must"))));
            database.getCollection("things").insertOne(new Document("other", 1));
            assertThat(database.getCollection("things").countDocuments()).isEqualTo(1);
        }

        @Test
        void collationIsIgnored() {
            var things = store.freshCollection();
            things.insertOne(new Document("name", "Åsa"));
            var swedish =
                    Collation.builder()
                            .locale("sv")
                            .collationStrength(CollationStrength.SECONDARY)
                            .build();
            assertThat(things.find(eq("name", "åsa")).collation(swedish).first()).isNull();
        }
    }
}
