package se.foreningstorget.embedded;

import java.nio.file.Path;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A process that owns a broker, sends to it without end and says what was acknowledged. */
final class WritingBroker {
    private WritingBroker() {}

    public static void main(String[] arguments) throws Exception {
        var durability = Durability.valueOf(arguments[1]);
        var broker = EmbeddedBroker.start(Path.of(arguments[0]), 0, durability);
        EmbeddedBrokerTest.createTopic(broker.bootstrapServers());
        var producer = EmbeddedBrokerTest.producer(broker.bootstrapServers());
        while (true) {
            var value = UUID.randomUUID().toString();
            producer.send(
                            new ProducerRecord<>(EmbeddedBrokerTest.TOPIC, value, value),
                            (_, failure) -> {
                                if (failure == null) {
                                    System.out.println(value + ";");
                                    System.out.flush();
                                }
                            })
                    .get();
        }
    }
}
