package se.foreningstorget.eventkit.read;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.messaging.Message;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.eventkit.Publisher;
import se.foreningstorget.eventkit.TryLater;

/**
 * Puts aside what a group can never take in, with the reason, and returns once the broker has it.
 */
public final class Parking {
    private static final int MOST_REASON = 1_000;

    private final Publisher publisher;

    public Parking(Publisher publisher) {
        this.publisher = publisher;
    }

    Publisher publisher() {
        return publisher;
    }

    void park(
            Topic<?, ?> topic,
            String group,
            String key,
            Message<byte[]> message,
            RuntimeException reason) {
        var record = new ProducerRecord<>(topic.parkingFor(group), key, message.getPayload());
        header(record, "parked-from", topic.name());
        header(record, "parked-because", shortened(reason.toString()));
        EventReader.where(message)
                .forEach((name, value) -> header(record, "parked-" + name, value));
        try {
            publisher.send(record).get();
        } catch (ExecutionException | RuntimeException notParked) {
            publisher.reopenAfter(notParked);
            throw new TryLater("broker-away", "could not park " + key, notParked);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TryLater("broker-away", "stopped while parking " + key, interrupted);
        }
    }

    private static String shortened(String reason) {
        return reason.substring(0, Math.min(MOST_REASON, reason.length()));
    }

    private static void header(ProducerRecord<?, ?> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
