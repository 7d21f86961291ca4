package se.foreningstorget.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;

/** Keys of an index in the store's file, compared value by value instead of as serialized bytes. */
final class IndexKeyType extends BasicDataType<KeyValue> {
    private static final int ROOM_OF_A_KEY = 64;

    private final ObjectDataType values = new ObjectDataType();

    @Override
    public int compare(KeyValue one, KeyValue other) {
        var shared = Math.min(one.size(), other.size());
        for (int i = 0; i < shared; i++) {
            var order = values.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    @Override
    public int getMemory(KeyValue key) {
        return key.stream().mapToInt(DocumentSize::memory).sum() + ROOM_OF_A_KEY;
    }

    @Override
    public void write(WriteBuffer file, KeyValue key) {
        file.putVarInt(key.size());
        key.forEach(value -> values.write(file, value));
    }

    @Override
    public KeyValue read(ByteBuffer file) {
        var size = DataUtils.readVarInt(file);
        var read = new ArrayList<Object>(size);
        for (int i = 0; i < size; i++) {
            read.add(values.read(file));
        }
        return new KeyValue(read);
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }
}
