package se.foreningstorget.testkit;

import java.nio.file.Path;
import org.testcontainers.kafka.KafkaContainer;
import se.foreningstorget.embedded.EmbeddedBroker;

/** A running broker, wherever it runs. */
record Broker(String bootstrapServers, Runnable stop) implements Part.Server {

    static Broker embedded(Path folder, int port) {
        var broker = EmbeddedBroker.start(folder, port);
        return new Broker(broker.bootstrapServers(), broker::close);
    }

    static Broker container(String image) {
        var container =
                new KafkaContainer(image).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        container.start();
        return new Broker(container.getBootstrapServers(), container::stop);
    }

    @Override
    public int port() {
        return Integer.parseInt(bootstrapServers.substring(bootstrapServers.lastIndexOf(':') + 1));
    }

    @Override
    public void close() {
        stop.run();
    }
}
