package se.foreningstorget.calendar.associations;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.contracts.register.Association;
import se.foreningstorget.contracts.register.AssociationFacts;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.contracts.register.AssociationKind;
import se.foreningstorget.contracts.register.Source;
import se.foreningstorget.eventkit.EventRecord;
import se.foreningstorget.eventkit.Publisher;
import se.foreningstorget.eventkit.read.EventReader;
import se.foreningstorget.eventkit.read.Parking;
import se.foreningstorget.testkit.Platform;

/** What we know of associations, however often and in whatever order we hear it. */
class AssociationsProjectionTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private MongoClient mongo;
    private Publisher publisher;
    private Consumer<Message<byte[]>> heard;
    private OrganizerNames names;

    @BeforeEach
    void open() {
        var platform = Platform.shared();
        mongo = MongoClients.create(platform.mongoUri("calendar-projection"));
        publisher = new Publisher(platform.bootstrapServers(), "calendar-projection");
        var database = mongo.getDatabase("calendar-projection");
        database.drop();
        var rooms = new AssociationsProjection();
        var known = rooms.knownAssociations(database);
        names = rooms.organizerNames(known);
        heard =
                rooms.associations(
                        new EventReader(database, new Parking(publisher), InstantSource.system()),
                        known);
    }

    @AfterEach
    void close() {
        publisher.close();
        mongo.close();
    }

    @Test
    void theNewestStaysHoweverItCame() {
        for (var order : List.of(List.of(1, 2, 3), List.of(3, 2, 1), List.of(2, 3, 3, 1, 2))) {
            var id = "koren-" + String.join("", order.stream().map(String::valueOf).toList());
            order.forEach(seq -> heard.accept(message(id, seq)));
            assertThat(names.find(new AssociationId(id))).contains("Namn 3");
        }
    }

    @Test
    void whatWeHaveNotHeardOfHasNoName() {
        assertThat(names.find(new AssociationId("okand"))).isEmpty();
    }

    private static Message<byte[]> message(String id, int seq) {
        var state =
                new Association(
                        new AssociationId(id), facts("Namn " + seq), Source.STAFF, NOW, NOW, null);
        var mapper = ContractJson.mapper();
        var record =
                new EventRecord(
                        "a-type-we-do-not-know",
                        mapper.createObjectNode(),
                        seq,
                        NOW,
                        mapper.valueToTree(state),
                        seq);
        return MessageBuilder.withPayload(mapper.writeValueAsBytes(record))
                .setHeader(KafkaHeaders.RECEIVED_KEY, id.getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private static AssociationFacts facts(String name) {
        return new AssociationFacts(
                name,
                AssociationKind.ASSOCIATION,
                null,
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
    }
}
