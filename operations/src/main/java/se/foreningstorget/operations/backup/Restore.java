package se.foreningstorget.operations.backup;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.eventkit.EventRecord;
import se.foreningstorget.eventkit.RestoredDocument;
import se.foreningstorget.operations.Records;

/**
 * Brings a stopped square back from a backup. Stores become what the file says; the log is made
 * anew where there is none, else the present one stays and its readers are set back to where they
 * stood. Every document then has a {@code seq} past anything sent and owes the log its state, which
 * the next start says: whoever has a copy, of whatever age, takes it.
 *
 * <p>A log that survived knows what was changed after the backup. Rolled forward, each document
 * becomes the newer of the two, and nothing that was ever sent is lost.
 */
public final class Restore {
    private static final int BATCH = 500;

    private final MongoClient mongo;
    private final Admin admin;
    private final String bootstrapServers;

    public Restore(MongoClient mongo, Admin admin, String bootstrapServers) {
        this.mongo = mongo;
        this.admin = admin;
        this.bootstrapServers = bootstrapServers;
    }

    /** Which state wins where the log has a newer one than the backup. */
    public enum Towards {
        /** The log's: nothing is lost. */
        NEWEST,
        /** The backup's: what came after is undone, on purpose. */
        BACKUP
    }

    /**
     * What was done.
     *
     * @param documents put into the stores
     * @param rolledForward of them, those the log had newer
     * @param onlyInLog of them, those the backup had not at all
     */
    public record Report(long documents, long rolledForward, long onlyInLog, boolean logMadeAnew) {}

    /** What cannot be restored now, and why; nothing was changed. */
    public static final class CannotRestore extends Exception {
        CannotRestore(String message) {
            super(message);
        }
    }

    /** Looks whether it can be done, and changes nothing. */
    public void refuseUnlessPossible(Path file, boolean replace)
            throws IOException, InterruptedException, ExecutionException, CannotRestore {
        try (var backup = new BackupFile.Reading(file)) {
            refuseWhileRunning(backup.manifest());
            refuseFullStores(replace);
            refuseAnothersLog(backup.manifest());
        }
    }

    /**
     * @param replace whether databases that hold something may be emptied
     */
    public Report from(Path file, Towards towards, boolean replace)
            throws IOException, InterruptedException, ExecutionException, CannotRestore {
        refuseUnlessPossible(file, replace);
        try (var backup = new BackupFile.Reading(file)) {
            boolean anew = logs().isEmpty();
            var places =
                    anew
                            ? new LogCopy(admin, bootstrapServers, backup).make()
                            : setBack(backup.manifest());
            for (var group : places.entrySet()) {
                admin.alterConsumerGroupOffsets(group.getKey(), group.getValue()).all().get();
            }
            var counted = new Counted();
            for (var database : Square.databases()) {
                mongo.getDatabase(database).drop();
                restore(backup, database, towards, counted);
            }
            return new Report(counted.documents, counted.rolledForward, counted.onlyInLog, anew);
        }
    }

    private void refuseWhileRunning(Manifest manifest)
            throws InterruptedException, ExecutionException, CannotRestore {
        for (var group : manifest.groups().keySet()) {
            var state = admin.describeConsumerGroups(List.of(group)).describedGroups().get(group);
            try {
                if (state != null
                        && state.get().groupState() != GroupState.EMPTY
                        && state.get().groupState() != GroupState.DEAD) {
                    throw new CannotRestore(
                            group + " is reading: stop every service first. Nothing was changed.");
                }
            } catch (ExecutionException unknown) {
                if (!(unknown.getCause()
                        instanceof org.apache.kafka.common.errors.GroupIdNotFoundException)) {
                    throw unknown;
                }
            }
        }
    }

    private void refuseFullStores(boolean replace) throws CannotRestore {
        for (var database : Square.databases()) {
            if (!replace && mongo.getDatabase(database).listCollectionNames().first() != null) {
                throw new CannotRestore(
                        "The store holds "
                                + database
                                + " already. Say --replace if it is to be emptied. Nothing was"
                                + " changed.");
            }
        }
    }

    /** Our topics in the present log. */
    private List<String> logs() throws InterruptedException, ExecutionException {
        return admin.listTopics().names().get().stream().filter(Square::isOurs).toList();
    }

    private void refuseAnothersLog(Manifest manifest)
            throws InterruptedException, ExecutionException, CannotRestore {
        var present = logs();
        var cluster = admin.describeCluster().clusterId().get();
        if (!present.isEmpty() && !manifest.cluster().equals(cluster)) {
            throw new CannotRestore(
                    "The backup is of another Kafka cluster, and this one has topics of the square"
                            + " ("
                            + String.join(", ", present)
                            + "). Delete them first if they are not wanted. Nothing was changed.");
        }
    }

    private static Map<String, Map<TopicPartition, OffsetAndMetadata>> setBack(Manifest manifest) {
        var places = new HashMap<String, Map<TopicPartition, OffsetAndMetadata>>();
        manifest.groups()
                .forEach((group, topics) ->
                        topics.forEach((topic, partitions) ->
                                partitions.forEach((partition, offset) ->
                                        places.computeIfAbsent(group, _ -> new HashMap<>())
                                                .put(
                                                        new TopicPartition(topic, partition),
                                                        new OffsetAndMetadata(offset)))));
        return places;
    }

    private void restore(
            BackupFile.Reading backup, String database, Towards towards, Counted counted)
            throws IOException {
        var collections = backup.manifest().documents().getOrDefault(database, Map.of()).keySet();
        var aggregates = new HashMap<String, Topic<?, ?>>();
        Square.TOPICS.stream()
                .filter(topic -> Square.database(topic).equals(database))
                .forEach(topic -> aggregates.put(Square.collection(topic), topic));
        for (var collection : collections) {
            if (!aggregates.containsKey(collection)) {
                try (var into = new Batch(database, collection)) {
                    backup.lines(
                            BackupFile.store(database, collection),
                            line -> into.add(Document.parse(line)));
                    counted.documents += into.added;
                }
            }
        }
        for (var aggregate : aggregates.entrySet()) {
            restore(backup, database, aggregate.getKey(), aggregate.getValue(), towards, counted);
        }
    }

    private void restore(
            BackupFile.Reading backup,
            String database,
            String collection,
            Topic<?, ?> topic,
            Towards towards,
            Counted counted)
            throws IOException {
        var log = NewestStates.of(new Records(bootstrapServers), topic);
        var now = Instant.now();
        boolean forward = towards == Towards.NEWEST;
        var schema = new int[] {1};
        try (var into = new Batch(database, collection)) {
            if (backup.manifest()
                    .documents()
                    .getOrDefault(database, Map.of())
                    .containsKey(collection)) {
                backup.lines(
                        BackupFile.store(database, collection),
                        line -> {
                            var document = Document.parse(line);
                            var id = document.getString("_id");
                            schema[0] = Math.max(schema[0], document.getInteger("schema"));
                            var last = log.take(id);
                            if (forward
                                    && last.state() != null
                                    && last.state().stateSeq() > document.getLong("seq")) {
                                counted.rolledForward++;
                            }
                            into.add(restored(id, document, last, forward, schema[0], now));
                        });
            }
            log.rest()
                    .forEach((id, last) -> {
                        counted.onlyInLog++;
                        into.add(restored(id, null, last, forward, schema[0], now));
                    });
            counted.documents += into.added;
        }
    }

    private static Document restored(
            String id,
            @Nullable Document document,
            NewestStates.Newest last,
            boolean forward,
            int schema,
            Instant now) {
        EventRecord state = last.state();
        return RestoredDocument.of(id, document, state, last.sentSeq(), forward, schema, now);
    }

    private static final class Counted {
        long documents;
        long rolledForward;
        long onlyInLog;
    }

    /** Documents on their way into a collection, some hundred at a time. */
    private final class Batch implements AutoCloseable {
        private final String database;
        private final String collection;
        private final List<Document> waiting = new ArrayList<>();
        long added;

        Batch(String database, String collection) {
            this.database = database;
            this.collection = collection;
        }

        void add(Document document) {
            waiting.add(document);
            added++;
            if (waiting.size() == BATCH) {
                close();
            }
        }

        @Override
        public void close() {
            if (!waiting.isEmpty()) {
                mongo.getDatabase(database).getCollection(collection).insertMany(waiting);
                waiting.clear();
            }
        }
    }
}
