package se.foreningstorget.operations.backup;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.config.ConfigResource;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.operations.Records;
import se.foreningstorget.operations.backup.Manifest.TopicShape;

/**
 * Copies a running square to a file. The order makes it whole without stopping anybody: first where
 * every group stands, then the stores, then the log to its end. Whatever a group had not yet done
 * when its place was noted is after that place in the log, and doing it twice is harmless; whatever
 * a document became after it was copied is in the log too.
 */
public final class Backup {
    private static final JsonWriterSettings CANONICAL =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private final MongoClient mongo;
    private final Admin admin;
    private final Records records;

    public Backup(MongoClient mongo, Admin admin, String bootstrapServers) {
        this.mongo = mongo;
        this.admin = admin;
        this.records = new Records(bootstrapServers);
    }

    /** Writes the file whole, or not at all. */
    public Manifest to(Path file) throws IOException, InterruptedException, ExecutionException {
        var startedAt = Instant.now();
        var groups = groups();
        try (var writing = new BackupFile.Writing(file)) {
            var documents = new TreeMap<String, Map<String, Long>>();
            for (var database : Square.databases()) {
                documents.put(database, stores(database, writing));
            }
            var topics = new TreeMap<String, TopicShape>();
            for (var topic : topics()) {
                topics.put(topic, log(topic, writing));
            }
            var manifest =
                    new Manifest(
                            Manifest.FORMAT,
                            startedAt,
                            admin.describeCluster().clusterId().get(),
                            topics,
                            groups,
                            documents);
            writing.finish(manifest);
            return manifest;
        }
    }

    private Map<String, Long> stores(String name, BackupFile.Writing writing) throws IOException {
        var counts = new TreeMap<String, Long>();
        var database = mongo.getDatabase(name);
        for (var collection : database.listCollectionNames().into(new ArrayList<>())) {
            if (collection.startsWith("system.")) {
                continue;
            }
            var count = new AtomicLong();
            writing.entry(
                    BackupFile.store(name, collection),
                    line -> {
                        for (var document : database.getCollection(collection).find()) {
                            line.accept(document.toJson(CANONICAL));
                            count.incrementAndGet();
                        }
                    });
            counts.put(collection, count.get());
        }
        return counts;
    }

    private TopicShape log(String topic, BackupFile.Writing writing)
            throws IOException, InterruptedException, ExecutionException {
        var described = admin.describeTopics(List.of(topic)).allTopicNames().get();
        int partitions = requireNonNull(described.get(topic)).partitions().size();
        var counts = new ArrayList<>(Collections.nCopies(partitions, 0L));
        writing.entry(
                BackupFile.topic(topic),
                line ->
                        records.read(
                                topic,
                                record -> {
                                    line.accept(
                                            ContractJson.mapper()
                                                    .writeValueAsString(LogLine.of(record)));
                                    counts.set(
                                            record.partition(), counts.get(record.partition()) + 1);
                                }));
        return new TopicShape(partitions, settings(topic), counts);
    }

    private Map<String, String> settings(String topic)
            throws InterruptedException, ExecutionException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var settings = new TreeMap<String, String>();
        var described = admin.describeConfigs(List.of(resource)).all().get();
        requireNonNull(described.get(resource)).entries().stream()
                .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .forEach(entry -> settings.put(entry.name(), entry.value()));
        return settings;
    }

    private List<String> topics() throws InterruptedException, ExecutionException {
        return admin.listTopics().names().get().stream().filter(Square::isOurs).sorted().toList();
    }

    private Map<String, Map<String, Map<Integer, Long>>> groups()
            throws InterruptedException, ExecutionException {
        var groups = new TreeMap<String, Map<String, Map<Integer, Long>>>();
        for (var group :
                admin.listGroups().all().get().stream().map(GroupListing::groupId).toList()) {
            var places = new HashMap<String, Map<Integer, Long>>();
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, place) -> {
                        if (place != null && Square.isOurs(partition.topic())) {
                            places.computeIfAbsent(partition.topic(), _ -> new TreeMap<>())
                                    .put(partition.partition(), place.offset());
                        }
                    });
            if (!places.isEmpty()) {
                groups.put(group, places);
            }
        }
        return groups;
    }
}
