package se.foreningstorget.eventkit.read;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import se.foreningstorget.contracts.Topic;

/**
 * One way this service reads a topic.
 *
 * @param group the consumer group
 * @param kept what the group keeps; null for a reaction
 * @param function takes in one record, by hand if need be: a record put back from parking
 */
public record Reading<S>(
        String group,
        Topic<S, ?> topic,
        @Nullable Projection<S, ?> kept,
        Consumer<Message<byte[]>> function) {}
