package se.foreningstorget.eventkit;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import se.foreningstorget.contracts.Topic;

/** Makes a service's aggregates; starts their relays once the topics are there. */
public final class AggregateFactory implements SmartLifecycle {
    private final MongoDatabase database;
    private final Publisher publisher;
    private final InstantSource clock;
    private final Duration sweep;
    private final Duration deadline;
    private final List<Aggregates<?, ?, ?>> made = new CopyOnWriteArrayList<>();
    private @Nullable Ticker ticker;
    private volatile boolean running;

    public AggregateFactory(
            MongoDatabase database,
            Publisher publisher,
            InstantSource clock,
            Duration sweep,
            Duration deadline) {
        this.database = database;
        this.publisher = publisher;
        this.clock = clock;
        this.sweep = sweep;
        this.deadline = deadline;
    }

    /**
     * Aggregates whose events go to a topic, in the collection of the topic's name.
     *
     * @param schema the version of the stored shape this code writes, from 1
     */
    public <S, C, E> Aggregates<S, C, E> over(
            Topic<S, E> topic,
            int schema,
            Decider.Decide<S, C, E> decide,
            Decider.Evolve<S, E> evolve) {
        var aggregates =
                new Aggregates<>(
                        topic,
                        schema,
                        new Decider<>(decide, evolve),
                        database.getCollection(
                                topic.name().substring(topic.name().indexOf('.') + 1)),
                        publisher,
                        clock,
                        deadline);
        made.add(aggregates);
        return aggregates;
    }

    /** The topics the aggregates' events go to. */
    List<Topic<?, ?>> topics() {
        return made.stream().<Topic<?, ?>>map(Aggregates::topic).toList();
    }

    /** All that were made. */
    public List<Aggregates<?, ?, ?>> all() {
        return List.copyOf(made);
    }

    /** Says every aggregate's present state again, so that each is its key's last record. */
    public void republish() {
        made.forEach(aggregates -> aggregates.republishSince(Instant.MIN));
    }

    @Override
    public void start() {
        made.forEach(aggregates -> aggregates.start(sweep));
        ticker = new Ticker(publisher, topics());
        ticker.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (ticker != null) {
            ticker.stop();
        }
        made.forEach(Aggregates::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the topics, before everything that handles commands or records. */
    @Override
    public int getPhase() {
        return StartOrder.AGGREGATES;
    }
}
