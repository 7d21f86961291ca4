package se.foreningstorget.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/** Answers the commands of MongoDB drivers from the store's file, each write committed first. */
final class StoreBackend extends AbstractMongoBackend {
    private static final Set<String> READS =
            Set.of(
                    "getmore",
                    "find",
                    "count",
                    "distinct",
                    "listcollections",
                    "listindexes",
                    "dbstats",
                    "collstats");
    private static final Set<String> WITHOUT_DATA =
            Set.of(
                    "hello",
                    "ismaster",
                    "ping",
                    "buildinfo",
                    "serverstatus",
                    "killcursors",
                    "endsessions");

    /** MongoDB ends a reply at 16 MB by itself; the library would put everything into one. */
    private static final int DOCUMENTS_A_REPLY = 200;

    private final StoreFile file;

    StoreBackend(StoreFile file) {
        this.file = file;
        StoreDatabase.names(file.maps()).forEach(this::resolveDatabase);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return new StoreDatabase(databaseName, file.maps(), getCursorRegistry());
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        var request = message.getDocument();
        var command = request.keySet().iterator().next().toLowerCase(Locale.ROOT);
        if (WITHOUT_DATA.contains(command)) {
            return super.handleMessage(message);
        }
        if (command.equals("find") || command.equals("getmore")) {
            request.putIfAbsent("batchSize", DOCUMENTS_A_REPLY);
        }
        // The first command for a database, even a read, writes its lists of collections and
        // indexes.
        var known = listDatabaseNames().contains(message.getDatabaseName());
        return known && (READS.contains(command) || readsOnly(command, request))
                ? file.commits().read(() -> super.handleMessage(message))
                : file.commits().write(() -> super.handleMessage(message));
    }

    private static boolean readsOnly(String command, Document request) {
        return command.equals("aggregate")
                && request.get("pipeline") instanceof Collection<?> stages
                && stages.stream()
                        .noneMatch(stage ->
                                stage instanceof Document document
                                        && (document.containsKey("$out")
                                                || document.containsKey("$merge")));
    }
}
