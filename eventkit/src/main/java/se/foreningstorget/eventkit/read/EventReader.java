package se.foreningstorget.eventkit.read;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.eventkit.EventRecord;
import se.foreningstorget.eventkit.TooLarge;
import se.foreningstorget.eventkit.Trace;
import se.foreningstorget.eventkit.TryLater;

/**
 * Makes the functions Spring Cloud Stream binds to topics. A record that can never succeed is
 * parked before its offset moves; anything else that fails is thrown, and the container tries it
 * again without end.
 */
public final class EventReader {
    private static final Logger log = LoggerFactory.getLogger(EventReader.class);
    private static final int TRIES = 3;

    private final Births births;
    private final Parking parking;
    private final List<Reading<?>> readings = new CopyOnWriteArrayList<>();

    public EventReader(MongoDatabase database, Parking parking, InstantSource clock) {
        this.births = new Births(database, parking.publisher(), clock);
        this.parking = parking;
    }

    /**
     * Keeps a projection equal to its source. It never looks at what happened, only at the state.
     *
     * @param group the consumer group the function is bound with
     */
    public <S> Consumer<Message<byte[]>> mirroring(
            String group, Topic<S, ?> topic, Projection<S, ?> projection) {
        return guarded(
                group,
                topic,
                projection,
                (key, record) ->
                        projection.put(key, record.stateAs(topic.state()), record.stateSeq()));
    }

    /**
     * Does something once for each event since the reaction was first deployed.
     *
     * @param name the reaction's own name, a sentence, never changed; also its consumer group
     */
    public <S, E> Consumer<Message<byte[]>> reacting(
            String name, Topic<S, E> topic, Reaction<S, E> reaction) {
        var types = topic.eventTypes();
        var birth = births.of(name, topic);
        return guarded(
                name,
                topic,
                null,
                (key, record) -> {
                    Class<? extends E> type = types.get(record.type());
                    if (type != null && !record.at().isBefore(birth)) {
                        reaction.to(
                                new Happened<>(
                                        name + "/" + key + "/" + record.seq(),
                                        key,
                                        record.seq(),
                                        record.at(),
                                        ContractJson.mapper().treeToValue(record.data(), type),
                                        record.stateAs(topic.state())));
                    }
                });
    }

    /** What this service reads with, for those who operate it. */
    public List<Reading<?>> readings() {
        return List.copyOf(readings);
    }

    private <S> Consumer<Message<byte[]>> guarded(
            String group, Topic<S, ?> topic, @Nullable Projection<S, ?> kept, Taking taking) {
        Consumer<Message<byte[]>> function = guarded(group, topic, taking);
        readings.add(new Reading<>(group, topic, kept, function));
        return function;
    }

    private Consumer<Message<byte[]>> guarded(String group, Topic<?, ?> topic, Taking taking) {
        return message -> {
            var key = key(message);
            if (key == null || key.startsWith(Topic.TICK_KEY_PREFIX)) {
                return;
            }
            trace(message);
            try {
                takeOrPark(group, topic, key, message, taking);
            } finally {
                MDC.remove(Trace.KEY);
            }
        };
    }

    private void takeOrPark(
            String group, Topic<?, ?> topic, String key, Message<byte[]> message, Taking taking) {
        for (int tries = 1; ; tries++) {
            try {
                taking.take(key, EventRecord.read(message.getPayload()));
                return;
            } catch (RuntimeException trouble) {
                if (passes(trouble)) {
                    throw trouble;
                }
                if (tries == TRIES) {
                    log.error(
                            "{}: {} of {} is parked: {}",
                            group,
                            key,
                            topic.name(),
                            Told.of(trouble));
                    parking.park(topic, group, key, message, trouble);
                    return;
                }
            }
        }
    }

    /** What comes of something being away, not of the record. */
    private static boolean passes(RuntimeException trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof TryLater || cause instanceof RetriableException) {
                return true;
            }
            if (cause instanceof MongoException mongo) {
                return !TooLarge.saysTheStore(mongo);
            }
        }
        return false;
    }

    private static @Nullable String key(Message<byte[]> message) {
        return switch (message.getHeaders().get(KafkaHeaders.RECEIVED_KEY)) {
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            case String text -> text;
            case null, default -> null;
        };
    }

    private static void trace(Message<byte[]> message) {
        if (message.getHeaders().get(Trace.KEY) instanceof byte[] bytes) {
            MDC.put(Trace.KEY, new String(bytes, StandardCharsets.UTF_8));
        }
    }

    @FunctionalInterface
    private interface Taking {
        void take(String key, EventRecord record);
    }

    static Map<String, String> where(Message<byte[]> message) {
        var headers = message.getHeaders();
        return Map.of(
                "partition", String.valueOf(headers.get(KafkaHeaders.RECEIVED_PARTITION)),
                "offset", String.valueOf(headers.get(KafkaHeaders.OFFSET)));
    }
}
