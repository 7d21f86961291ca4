package se.foreningstorget.embedded;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the services rely on, which the embedded store does as MongoDB does. */
class StoreCommandsTest {
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

    /** In one reply it would be over the 48 MB a driver takes. */
    @Test
    void aScanOfMuchComesInSeveralReplies() {
        var things = store.freshCollection();
        var text = "x".repeat(100_000);
        for (int i = 0; i < 600; i++) {
            things.insertOne(new Document("_id", "thing-" + i).append("text", text));
        }
        var ids = new HashSet<String>();
        things.find().forEach(thing -> ids.add(thing.getString("_id")));
        assertThat(ids).hasSize(600);
    }

    @Test
    void aConditionalUpdateChangesStateVersionAndOutboxTogether() {
        var things =
                store.freshCollection().withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        things.insertOne(
                new Document("_id", "a").append("version", 1).append("outbox", List.of("one")));
        var update =
                new Document("$set", new Document("version", 2).append("state", "new"))
                        .append(
                                "$push",
                                new Document("outbox", new Document("$each", List.of("two", "3"))));
        var expected = new Document("_id", "a").append("version", 1);
        assertThat(things.updateOne(expected, update).getMatchedCount()).isEqualTo(1);
        assertThat(things.updateOne(expected, update).getMatchedCount()).isZero();
        things.updateOne(eq("a"), new Document("$pull", new Document("outbox", "one")));
        assertThat(things.find(eq("a")).first())
                .isEqualTo(
                        new Document("_id", "a")
                                .append("version", 2)
                                .append("outbox", List.of("two", "3"))
                                .append("state", "new"));
    }

    @Test
    void anEventIsPulledByItsNumber() {
        var things = store.freshCollection();
        things.insertOne(
                new Document("_id", "a")
                        .append(
                                "outbox",
                                List.of(new Document("seq", 1L), new Document("seq", 2L))));
        things.updateOne(
                eq("a"),
                Updates.pullByFilter(
                        new Document("outbox", new Document("seq", new Document("$lte", 1L)))));
        assertThat(things.find(eq("a")).first().getList("outbox", Document.class))
                .containsExactly(new Document("seq", 2L));
    }

    @Test
    void aSecondInsertOfAnIdIsADuplicateKey() {
        var things = store.freshCollection();
        things.insertOne(new Document("_id", "a"));
        assertThatThrownBy(() -> things.insertOne(new Document("_id", "a")))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        e -> assertThat(e.getError().getCode()).isEqualTo(11000));
    }

    @Test
    void anUnorderedInsertKeepsWhatIsNew() {
        var things = store.freshCollection();
        things.insertOne(new Document("_id", 2));
        var three = List.of(new Document("_id", 1), new Document("_id", 2), new Document("_id", 3));
        assertThatThrownBy(() -> things.insertMany(three, new InsertManyOptions().ordered(false)))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        e -> {
                            assertThat(e.getWriteErrors())
                                    .extracting(error -> error.getIndex())
                                    .containsExactly(1);
                            assertThat(e.getWriteErrors().getFirst().getCode()).isEqualTo(11000);
                        });
        assertThat(things.countDocuments()).isEqualTo(3);
    }

    @Test
    void findOneAndUpdateReturnsTheDocumentBeforeOrAfter() {
        var things = store.freshCollection();
        things.insertOne(new Document("_id", "a").append("n", 1));
        var raise = new Document("$inc", new Document("n", 1));
        assertThat(things.findOneAndUpdate(eq("a"), raise).getInteger("n")).isEqualTo(1);
        var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        assertThat(things.findOneAndUpdate(eq("a"), raise, after).getInteger("n")).isEqualTo(3);
        assertThat(things.findOneAndUpdate(eq("absent"), raise, after.upsert(true)).getInteger("n"))
                .isEqualTo(1);
    }

    @Test
    void anUpsertByIdInsertsOnce() {
        var things = store.freshCollection();
        var upsert = new UpdateOptions().upsert(true);
        var set = new Document("$set", new Document("n", 1));
        assertThat(things.updateOne(eq("a"), set, upsert).getUpsertedId()).isNotNull();
        assertThat(things.updateOne(eq("a"), set, upsert).getMatchedCount()).isEqualTo(1);
    }

    @Test
    void aUniqueIndexHoldsOnUpdatesToo() {
        var things = store.freshCollection();
        things.createIndex(new Document("mail", 1), new IndexOptions().unique(true));
        things.insertOne(new Document("_id", 1).append("mail", "a@example.org"));
        things.insertOne(new Document("_id", 2).append("mail", "b@example.org"));
        assertThatThrownBy(() -> things.updateOne(eq(2), Updates.set("mail", "a@example.org")))
                .isInstanceOf(MongoException.class);
        assertThat(things.find(eq("mail", "b@example.org")).first()).containsEntry("_id", 2);
    }

    @Test
    void aDocumentThatGrowsPastSixteenMebibytesIsRefusedAndStaysAsItWas() {
        var things = store.freshCollection();
        things.insertOne(new Document("_id", "a").append("version", 0));
        var big = "x".repeat(6 * 1024 * 1024);
        var grow = Updates.combine(Updates.push("log", big), Updates.inc("version", 1));
        things.updateOne(eq("a"), grow);
        things.updateOne(eq("a"), grow);
        assertThatThrownBy(() -> things.updateOne(eq("a"), grow))
                .isInstanceOf(MongoException.class);
        var a = new Document("_id", "a").append("version", 2);
        assertThat(things.countDocuments(a)).isEqualTo(1);
    }

    @Test
    void valuesComeBackAsTheyWereStored() {
        var things = store.freshCollection();
        var id = new org.bson.types.ObjectId();
        var document =
                new Document("_id", id)
                        .append("int", 1)
                        .append("long", 1L)
                        .append("double", 1.5)
                        .append("decimal", Decimal128.parse("12.50"))
                        .append("nothing", null)
                        .append("date", new java.util.Date(0))
                        .append("list", List.of(1, "två", List.of(3)))
                        .append("bytes", new org.bson.types.Binary(new byte[] {1, 2}));
        things.insertOne(document);
        assertThat(things.find(eq(id)).first()).isEqualTo(document);
    }
}
