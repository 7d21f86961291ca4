package se.foreningstorget.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.support.MessageBuilder;
import se.foreningstorget.eventkit.read.Projection;

/** A copy that differs from its source is found, whichever of the two is wrong. */
class CheckTest {
    private final Desk desk = new Desk();
    private final Projection<Note, Note> kept =
            new Projection<>(desk.database.getCollection("kept"), Note.class, note -> note);
    private final Check check = new Check(desk.factory, desk.reader, List.of(), desk.records, 2);

    @BeforeEach
    void someNotes() throws InterruptedException {
        var mirror = desk.reader.mirroring(Desk.GROUP, desk.topic, kept);
        for (var id : List.of("a", "b", "c")) {
            desk.notes.handle(id, "text of " + id);
        }
        assertThat(check.run().differences()).hasSize(3);
        desk.records.read(
                desk.topic.name(),
                record ->
                        mirror.accept(
                                MessageBuilder.withPayload(record.value())
                                        .setHeader(
                                                KafkaHeaders.RECEIVED_KEY,
                                                record.key().getBytes(StandardCharsets.UTF_8))
                                        .build()));
        var result = check.run();
        assertThat(result.differences()).isEmpty();
        assertThat(result.compared())
                .containsEntry(desk.topic.name(), 3L)
                .containsEntry(Desk.GROUP, 3L);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aCopyThatIsNotWhatItsSourceSaidIsFound() throws InterruptedException {
        desk.database
                .getCollection("kept")
                .updateOne(
                        new Document("_id", "b"),
                        new Document("$set", new Document("state.text", "another")));
        assertThat(check.run().differences())
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.what()).isEqualTo(Desk.GROUP);
                    assertThat(difference.key()).isEqualTo("b");
                });
    }

    @Test
    void aCopyThatWasLostIsFound() throws InterruptedException {
        desk.database.getCollection("kept").deleteOne(new Document("_id", "c"));
        assertThat(check.run().differences()).extracting(Check.Difference::key).contains("c");
    }

    @Test
    void aSourceThatIsNotWhatItLastSaidIsFound() throws InterruptedException {
        source().updateOne(
                        new Document("_id", "a"),
                        new Document("$set", new Document("state.text", "quietly changed")));
        assertThat(check.run().differences())
                .containsExactly(
                        new Check.Difference(
                                desk.topic.name(), "a", "is not what its last record says"));
    }

    @Test
    void aSourceThatWasLostIsFound() throws InterruptedException {
        source().deleteOne(new Document("_id", "a"));
        assertThat(check.run().differences())
                .containsExactly(
                        new Check.Difference(desk.topic.name(), "a", "is in the log alone"));
    }

    private com.mongodb.client.MongoCollection<Document> source() {
        return desk.database.getCollection(desk.topic.name().substring("kit.".length()));
    }
}
