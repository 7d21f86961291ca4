package se.foreningstorget.eventkit;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.Message;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.eventkit.read.EventReader;
import se.foreningstorget.eventkit.read.Happened;
import se.foreningstorget.eventkit.read.Projection;

/** A whole service with one projection and one reaction to tallies. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(Eventkit.class)
class KitService {
    /** How often the reaction still fails after it has done its work. */
    static final AtomicInteger FAILURES = new AtomicInteger();

    static final AtomicInteger CALLS = new AtomicInteger();

    @Bean
    Topic<Tally, Tally.Event> tallies(@Value("${kit.topic}") String name) {
        return Topic.of(name, Tally.class, Tally.Event.class);
    }

    @Bean
    TopicKeeper topics(
            Topic<Tally, Tally.Event> topic,
            EventkitSettings settings,
            @Value("${kit.name}") String name) {
        return new TopicKeeper(settings.kafka(), settings.replication())
                .owning(List.of(topic))
                .parking(topic, name + ".mirror")
                .parking(topic, name + ".effects");
    }

    @Bean
    Projection<Tally, Tally> copies(MongoDatabase database) {
        return new Projection<>(database.getCollection("copies"), Tally.class, it -> it);
    }

    @Bean
    Consumer<Message<byte[]>> mirror(
            EventReader reader,
            Topic<Tally, Tally.Event> topic,
            Projection<Tally, Tally> copies,
            @Value("${kit.name}") String name) {
        return reader.mirroring(name + ".mirror", topic, copies);
    }

    @Bean
    Consumer<Message<byte[]>> effects(
            EventReader reader,
            Topic<Tally, Tally.Event> topic,
            MongoDatabase database,
            @Value("${kit.name}") String name) {
        return reader.reacting(name + ".effects", topic, happened -> once(database, happened));
    }

    private static void once(MongoDatabase database, Happened<Tally, Tally.Event> happened) {
        CALLS.incrementAndGet();
        try {
            database.getCollection("effects")
                    .insertOne(
                            new Document("_id", happened.effectId())
                                    .append("key", happened.key())
                                    .append("seq", happened.seq()));
        } catch (MongoWriteException done) {
            if (done.getCode() != 11_000) {
                throw done;
            }
        }
        if (FAILURES.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new TryLater("mail-away", "the mail server does not answer", null);
        }
    }
}
