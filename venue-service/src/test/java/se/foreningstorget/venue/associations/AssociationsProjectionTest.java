package se.foreningstorget.venue.associations;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.messaging.Message;
import se.foreningstorget.eventkit.Publisher;
import se.foreningstorget.eventkit.read.EventReader;
import se.foreningstorget.eventkit.read.Parking;
import se.foreningstorget.testkit.Platform;

/** What the service knows of associations, however often and in whatever order it hears it. */
class AssociationsProjectionTest {
    private static MongoClient mongo;
    private static MongoDatabase database;
    private static Publisher publisher;
    private Consumer<Message<byte[]>> associations;

    @BeforeAll
    static void open() {
        var platform = Platform.shared();
        mongo = MongoClients.create(platform.mongoUri("venue-projection"));
        database = mongo.getDatabase("venue-projection");
        publisher = new Publisher(platform.bootstrapServers(), "venue-projection");
    }

    @AfterAll
    static void close() {
        publisher.close();
        mongo.close();
    }

    @BeforeEach
    void knowNothing() {
        database.drop();
        var room = new AssociationsProjection();
        var reader = new EventReader(database, new Parking(publisher), InstantSource.system());
        associations = room.associations(reader, room.knownAssociations(database));
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "112233", "321", "2331", "31", "13321"})
    void theNewestStays(String order) {
        hear(order);
        assertThat(kept()).containsExactly(document("Namn 3", 3));
    }

    @Test
    void rebuiltFromItsTopicItIsEqual() {
        hear("1221");
        var before = kept();
        knowNothing();
        assertThat(kept()).isEmpty();
        hear("12");
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void noMoreIsKeptThanABookingNeeds() {
        hear("1");
        assertThat(kept().getFirst().get("state", Document.class)).containsOnlyKeys("id", "name");
    }

    private void hear(String order) {
        order.chars()
                .map(Character::getNumericValue)
                .forEach(seq -> associations.accept(Heard.message("koren", "Namn " + seq, seq)));
    }

    private static Document document(String name, long seq) {
        return new Document("_id", "koren")
                .append("stateSeq", seq)
                .append("state", new Document("id", "koren").append("name", name));
    }

    private static List<Document> kept() {
        return database.getCollection("known-associations")
                .find()
                .into(new java.util.ArrayList<>());
    }
}
