package se.foreningstorget.notification;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.eventkit.Publisher;

/** Puts events on a topic as the service that owns it would. */
final class Records implements AutoCloseable {
    private final Publisher publisher;

    Records(String bootstrapServers) {
        this.publisher = new Publisher(bootstrapServers, "another-service");
    }

    <S, E> void publish(Topic<S, E> topic, String key, long seq, E event, S state, Instant at) {
        var value = new LinkedHashMap<String, Object>();
        value.put("type", Topic.wireName(event.getClass()));
        value.put("data", event);
        value.put("seq", seq);
        value.put("at", at);
        value.put("state", state);
        value.put("stateSeq", seq);
        try {
            publisher
                    .send(
                            new ProducerRecord<>(
                                    topic.name(),
                                    key,
                                    ContractJson.mapper().writeValueAsBytes(value)))
                    .get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        publisher.close();
    }
}
