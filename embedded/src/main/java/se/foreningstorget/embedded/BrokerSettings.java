package se.foreningstorget.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How the one broker is set up: both roles, loopback only, small buffers, nothing created unasked.
 */
final class BrokerSettings {
    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";

    private static final Duration OFFSETS_KEPT = Duration.ofDays(10 * 365);
    private static final Duration SESSION = Duration.ofSeconds(6);
    private static final int MEBIBYTE = 1024 * 1024;

    private BrokerSettings() {}

    static Map<String, Object> of(
            Path logs, int port, int reachedAt, int controllerPort, Durability durability) {
        var settings = new HashMap<String, Object>();
        addresses(settings, port, reachedAt, controllerPort);
        singleCopies(settings);
        sizes(settings);
        settings.put("log.dirs", logs.toString());
        settings.put("auto.create.topics.enable", false);
        settings.put("group.initial.rebalance.delay.ms", 0);
        // However long the system was switched off, a group goes on where it was.
        settings.put("offsets.retention.minutes", OFFSETS_KEPT.toMinutes());
        // After a kill the next start waits this long for the dead broker's session to run out.
        settings.put("broker.session.timeout.ms", SESSION.toMillis());
        if (durability == Durability.POWER) {
            settings.put("log.flush.interval.messages", 1);
        }
        // Kafka parses text into whatever number type a setting wants.
        settings.replaceAll((_, value) -> value.toString());
        return settings;
    }

    private static void addresses(
            Map<String, Object> settings, int port, int reachedAt, int controllerPort) {
        settings.put("node.id", NODE);
        settings.put("process.roles", "broker,controller");
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:%d,%s://127.0.0.1:%d"
                        .formatted(port, CONTROLLER, controllerPort));
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + reachedAt);
        settings.put(
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    }

    private static void singleCopies(Map<String, Object> settings) {
        settings.put("default.replication.factor", 1);
        settings.put("min.insync.replicas", 1);
        settings.put("offsets.topic.replication.factor", 1);
        settings.put("offsets.topic.num.partitions", 4);
        settings.put("transaction.state.log.replication.factor", 1);
        settings.put("transaction.state.log.min.isr", 1);
        settings.put("transaction.state.log.num.partitions", 2);
        settings.put("share.coordinator.state.topic.replication.factor", 1);
        settings.put("share.coordinator.state.topic.min.isr", 1);
        settings.put("share.coordinator.state.topic.num.partitions", 1);
    }

    private static void sizes(Map<String, Object> settings) {
        settings.put("log.cleaner.dedupe.buffer.size", 4 * MEBIBYTE);
        settings.put("log.segment.bytes", 64 * MEBIBYTE);
        settings.put("log.index.size.max.bytes", MEBIBYTE);
        settings.put("metadata.log.segment.bytes", 8 * MEBIBYTE);
        settings.put("metadata.max.retention.bytes", 32 * MEBIBYTE);
    }
}
