package se.foreningstorget.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A unique index in the store's file; the one on {@code _id} also refuses documents too large. */
final class StoreIndex extends AbstractUniqueIndex<Object> {
    private final MVMap<KeyValue, Object> positions;
    private final boolean ofIds;

    StoreIndex(
            MVMap<KeyValue, Object> positions, String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.positions = positions;
        this.ofIds = keys.size() == 1 && keys.getFirst().getKey().equals("_id");
    }

    @Override
    public synchronized void checkAdd(Document document, MongoCollection<Object> collection) {
        if (ofIds) {
            DocumentSize.refuseTooLarge(document);
        }
        super.checkAdd(document, collection);
    }

    @Override
    public synchronized void checkUpdate(
            Document before, Document after, MongoCollection<Object> collection) {
        if (ofIds) {
            DocumentSize.refuseTooLarge(after);
        }
        super.checkUpdate(before, after, collection);
    }

    @Override
    protected @Nullable Object removeDocument(KeyValue key) {
        return positions.remove(key);
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Object position) {
        return positions.putIfAbsent(key, Missing.ofNullable(position)) == null;
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
        return positions.entrySet();
    }

    @Override
    protected @Nullable Object getPosition(KeyValue key) {
        return positions.get(key);
    }

    @Override
    public long getCount() {
        return positions.sizeAsLong();
    }

    @Override
    public boolean isEmpty() {
        return positions.isEmpty();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}
