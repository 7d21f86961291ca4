package se.foreningstorget.embedded;

import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/** A Kafka broker of one node inside this JVM, reached over loopback, its data in a folder. */
public final class EmbeddedBroker implements AutoCloseable {
    private final FolderLock lock;
    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private EmbeddedBroker(FolderLock lock, KafkaRaftServer server, String bootstrapServers) {
        this.lock = lock;
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /** As {@link #start(Path, int, Durability)}, surviving the end of the process. */
    public static EmbeddedBroker start(Path folder, int port) {
        return start(folder, port, Durability.PROCESS);
    }

    /**
     * Starts the broker and returns when it can be used.
     *
     * @param folder where the data lies; formatted the first time, kept ever after
     * @param port the loopback port, 0 for any free one
     * @throws FolderInUseException when another process has the folder
     * @throws java.io.UncheckedIOException when the port is in use
     */
    public static EmbeddedBroker start(Path folder, int port, Durability durability) {
        return start(folder, port, port, durability);
    }

    /**
     * As above, for a broker that clients reach through something in between.
     *
     * @param reachedAt the loopback port clients are told to use, 0 for the broker's own
     */
    public static EmbeddedBroker start(
            Path folder, int port, int reachedAt, Durability durability) {
        var lock = FolderLock.take(folder);
        try {
            var logs = BrokerFolder.formatted(folder);
            var ports = FreePorts.many(2);
            var listen = port == 0 ? ports.getFirst() : port;
            // Asked beforehand, since Kafka ends the whole process when it cannot have its port.
            FreePorts.require(listen);
            var server =
                    new KafkaRaftServer(
                            new KafkaConfig(
                                    BrokerSettings.of(
                                            logs,
                                            listen,
                                            reachedAt == 0 ? listen : reachedAt,
                                            ports.getLast(),
                                            durability),
                                    false),
                            Time.SYSTEM);
            startOrShutDown(server);
            return new EmbeddedBroker(lock, server, "127.0.0.1:" + listen);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void startOrShutDown(KafkaRaftServer server) {
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            server.awaitShutdown();
            throw e;
        }
    }

    /** The address that clients take as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() {
        try {
            server.shutdown();
            server.awaitShutdown();
        } finally {
            lock.close();
        }
    }
}
