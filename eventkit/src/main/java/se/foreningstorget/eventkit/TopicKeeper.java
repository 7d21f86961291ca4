package se.foreningstorget.eventkit;

import static java.util.Objects.requireNonNull;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.DELETE_RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.SEGMENT_MS_CONFIG;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import se.foreningstorget.contracts.Topic;

/**
 * Creates the topics a service owns and the parking topics of the groups it reads with; refuses to
 * start when one stands there with other settings than {@code contracts} says.
 */
public final class TopicKeeper implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(TopicKeeper.class);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int VISIBLE_TRIES = 100;
    private static final int MAX_MESSAGE_BYTES = 1_048_576;

    private final String bootstrapServers;
    private final short replication;
    private final List<NewTopic> wanted = new ArrayList<>();
    private volatile boolean running;

    public TopicKeeper(String bootstrapServers, short replication) {
        this.bootstrapServers = bootstrapServers;
        this.replication = replication;
    }

    public TopicKeeper owning(List<Topic<?, ?>> topics) {
        topics.forEach(topic -> want(topic.name(), topic.partitions(), settings(topic)));
        return this;
    }

    /** A consumer group of ours reads a topic: what it can never take in is parked beside it. */
    public TopicKeeper parking(Topic<?, ?> topic, String group) {
        want(
                topic.parkingFor(group),
                1,
                Map.of(
                        CLEANUP_POLICY_CONFIG, "delete",
                        RETENTION_MS_CONFIG, millis(Topic.MAX_COMPACTION_LAG.minus(DAY)),
                        SEGMENT_MS_CONFIG, millis(DAY),
                        MAX_MESSAGE_BYTES_CONFIG, String.valueOf(2 * MAX_MESSAGE_BYTES)));
        return this;
    }

    private void want(String name, int partitions, Map<String, String> settings) {
        wanted.add(
                new NewTopic(name, Optional.of(partitions), Optional.of(replication))
                        .configs(settings));
    }

    /**
     * What is asked of the broker. Of three copies two must have a record before it counts as sent;
     * of two, one: else the loss of either broker would stop all sending.
     */
    List<NewTopic> creations() {
        return wanted.stream()
                .map(topic -> {
                    var settings = new HashMap<>(topic.configs());
                    if (replication >= 3) {
                        settings.put(MIN_IN_SYNC_REPLICAS_CONFIG, "2");
                    }
                    return new NewTopic(
                                    topic.name(),
                                    Optional.of(topic.numPartitions()),
                                    Optional.of(replication))
                            .configs(settings);
                })
                .toList();
    }

    /**
     * A topic made by hand or by the broker's defaults may count one copy as enough: said, not
     * refused.
     */
    static boolean oneCopyCounts(int replicas, String minInSync) {
        return replicas > 1 && Integer.parseInt(minInSync) < 2;
    }

    private static Map<String, String> settings(Topic<?, ?> topic) {
        var settings =
                new HashMap<>(
                        Map.of(
                                CLEANUP_POLICY_CONFIG, "compact",
                                MIN_COMPACTION_LAG_MS_CONFIG, millis(Topic.MIN_COMPACTION_LAG),
                                MAX_MESSAGE_BYTES_CONFIG, String.valueOf(MAX_MESSAGE_BYTES)));
        if (topic.personal()) {
            settings.put(MAX_COMPACTION_LAG_MS_CONFIG, millis(Topic.MAX_COMPACTION_LAG));
            settings.put(SEGMENT_MS_CONFIG, millis(DAY));
            settings.put(DELETE_RETENTION_MS_CONFIG, millis(DAY));
        }
        return settings;
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }

    @Override
    public void start() {
        try (var admin =
                Admin.create(
                        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            for (var creation : admin.createTopics(creations()).values().values()) {
                try {
                    creation.get();
                } catch (ExecutionException failed) {
                    if (!(failed.getCause() instanceof TopicExistsException)) {
                        throw failed;
                    }
                }
            }
            awaitVisible(admin);
            verify(admin);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the topics could not be made or read", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while making topics", interrupted);
        }
        running = true;
    }

    /** A topic just made is known everywhere only a moment later. */
    private void awaitVisible(Admin admin) throws ExecutionException, InterruptedException {
        var names = wanted.stream().map(NewTopic::name).toList();
        for (int tries = 1; ; tries++) {
            try {
                admin.describeTopics(names).allTopicNames().get();
                return;
            } catch (ExecutionException failed) {
                boolean notYet = failed.getCause() instanceof UnknownTopicOrPartitionException;
                if (!notYet || tries == VISIBLE_TRIES) {
                    throw failed;
                }
                Thread.sleep(100);
            }
        }
    }

    private void verify(Admin admin) throws ExecutionException, InterruptedException {
        var names = wanted.stream().map(NewTopic::name).toList();
        var found = admin.describeTopics(names).allTopicNames().get();
        var resources =
                names.stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList();
        var configs = admin.describeConfigs(resources).all().get();
        var wrong = new ArrayList<String>();
        for (var topic : wanted) {
            var name = topic.name();
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
            int partitions = requireNonNull(found.get(name)).partitions().size();
            if (partitions != topic.numPartitions()) {
                wrong.add(
                        name + " has " + partitions + " partitions, not " + topic.numPartitions());
            }
            var config = requireNonNull(configs.get(resource));
            int replicas =
                    requireNonNull(found.get(name)).partitions().getFirst().replicas().size();
            if (oneCopyCounts(
                    replicas, requireNonNull(config.get(MIN_IN_SYNC_REPLICAS_CONFIG)).value())) {
                log.warn(
                        "{} has {} copies, but one is enough for a record to count as sent:"
                                + " the loss of that broker loses it",
                        name,
                        replicas);
            }
            topic.configs()
                    .forEach((key, value) -> {
                        var actual = requireNonNull(config.get(key)).value();
                        if (!value.equals(actual)) {
                            wrong.add(name + " has " + key + "=" + actual + ", not " + value);
                        }
                    });
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(
                    "topics differ from the contract; nothing was started: "
                            + String.join("; ", wrong));
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return StartOrder.TOPICS;
    }
}
