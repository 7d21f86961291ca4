package se.foreningstorget.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** One database of the embedded store, its documents kept as BSON instead of as Java objects. */
final class StoreDatabase extends H2Database {
    private static final String DOCUMENTS = "databases.";
    private static final String SIZES = "meta.";

    private final MVStore maps;

    StoreDatabase(String name, MVStore maps, CursorRegistry cursors) {
        // Before the constructor above, which opens through the methods below what the file has.
        this.maps = maps;
        super(name, maps, cursors);
    }

    /** The names of the databases that a file holds. */
    static Stream<String> names(MVStore maps) {
        return maps.getMapNames().stream()
                .filter(name -> name.startsWith(DOCUMENTS))
                .map(name -> name.substring(DOCUMENTS.length()))
                .map(name -> name.substring(0, name.indexOf('.')))
                .distinct();
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(
            String collectionName, CollectionOptions options) {
        var name = getFullCollectionNamespace(collectionName);
        var documents = new MVMap.Builder<Object, Document>().valueType(new BsonType());
        return new StoreCollection(
                this,
                collectionName,
                options,
                maps.openMap(DOCUMENTS + name, documents),
                maps.openMap(SIZES + name),
                cursorRegistry);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        var name = getFullCollectionNamespace(collectionName) + "._index_" + indexName;
        var positions = new MVMap.Builder<KeyValue, Object>().keyType(new IndexKeyType());
        return new StoreIndex(maps.openMap(name, positions), indexName, keys, sparse);
    }

    // The method above it takes every map whose name begins like this database's, so that dropping
    // "venue" would empty "venue_old" too.
    @Override
    public void drop(Oplog oplog) {
        var own = getDatabaseName() + ".";
        maps.getMapNames().stream()
                .filter(name ->
                        name.startsWith(own)
                                || name.startsWith(DOCUMENTS + own)
                                || name.startsWith(SIZES + own))
                .toList()
                .forEach(maps::removeMap);
    }
}
