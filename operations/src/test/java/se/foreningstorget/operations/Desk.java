package se.foreningstorget.operations;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.eventkit.AggregateFactory;
import se.foreningstorget.eventkit.Aggregates;
import se.foreningstorget.eventkit.Publisher;
import se.foreningstorget.eventkit.TopicKeeper;
import se.foreningstorget.eventkit.read.EventReader;
import se.foreningstorget.eventkit.read.Parking;
import se.foreningstorget.testkit.Platform;

/** A made-up service's insides, without HTTP. */
final class Desk implements AutoCloseable {
    static final String GROUP = "desk.notes";

    final Topic<Note, Note.Event> topic = Note.topic();
    final MongoClient mongo;
    final MongoDatabase database;
    final Publisher publisher;
    final AggregateFactory factory;
    final Aggregates<Note, String, Note.Event> notes;
    final EventReader reader;
    final Records records;

    Desk() {
        var platform = Platform.shared();
        var name = "desk-" + UUID.randomUUID();
        mongo = MongoClients.create(platform.mongoUri(name));
        database = mongo.getDatabase(name);
        records = new Records(platform.bootstrapServers());
        publisher = new Publisher(platform.bootstrapServers(), "desk");
        new TopicKeeper(platform.bootstrapServers(), (short) 1)
                .owning(java.util.List.of(topic))
                .parking(topic, GROUP)
                .start();
        factory =
                new AggregateFactory(
                        database,
                        publisher,
                        Clock.systemUTC(),
                        Duration.ZERO,
                        Duration.ofSeconds(10));
        notes = factory.over(topic, 1, Note::decide, Note::evolve);
        reader = new EventReader(database, new Parking(publisher), Clock.systemUTC());
        factory.start();
    }

    @Override
    public void close() {
        factory.stop();
        publisher.close();
        mongo.close();
    }
}
