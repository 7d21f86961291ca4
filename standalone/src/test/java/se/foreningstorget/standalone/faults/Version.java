package se.foreningstorget.standalone.faults;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import se.foreningstorget.eventkit.AggregateFactory;
import se.foreningstorget.eventkit.Publisher;
import se.foreningstorget.eventkit.read.EventReader;
import se.foreningstorget.eventkit.read.Parking;
import se.foreningstorget.testkit.Platform;

/** An instance of some version of a made-up service, on the store and broker of all tests. */
final class Version implements AutoCloseable {
    private static final Duration SWEEP = Duration.ofMillis(200);
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final MongoClient mongo;
    private final Publisher publisher;

    final MongoDatabase database;
    final AggregateFactory factory;
    final EventReader reader;

    Version(String owner) {
        var platform = Platform.shared();
        mongo = MongoClients.create(platform.mongoUri(owner));
        database = mongo.getDatabase(owner);
        publisher = new Publisher(platform.bootstrapServers(), owner);
        factory = new AggregateFactory(database, publisher, Clock.systemUTC(), SWEEP, DEADLINE);
        reader = new EventReader(database, new Parking(publisher), Clock.systemUTC());
    }

    @Override
    public void close() {
        factory.stop();
        publisher.close();
        mongo.close();
    }
}
