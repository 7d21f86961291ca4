package se.foreningstorget.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How large a document is, and MongoDB's limit of 16 MiB, which the library leaves to its clients.
 */
final class DocumentSize {
    private static final int LIMIT = 16 * 1024 * 1024;
    private static final int TOO_LARGE = 10334;
    private static final int ROOM_OF_AN_OBJECT = 48;
    private static final int ROOM_OF_A_VALUE = 24;

    private DocumentSize() {}

    static void refuseTooLarge(Document document) {
        // Memory is never less than the encoded bytes by more than this, and far cheaper to count.
        if (memory(document) > LIMIT / 2 && encoded(document) > LIMIT) {
            throw new MongoServerError(
                    TOO_LARGE, "BSONObjectTooLarge", "The document is over 16 MiB.");
        }
    }

    /** About how many bytes of memory a value takes. */
    static int memory(@Nullable Object value) {
        return switch (value) {
            case null -> ROOM_OF_A_VALUE;
            case String text -> ROOM_OF_A_VALUE + text.length();
            case Map<?, ?> map -> {
                var sum = ROOM_OF_AN_OBJECT;
                for (var entry : map.entrySet()) {
                    sum += memory(entry.getKey()) + memory(entry.getValue());
                }
                yield sum;
            }
            case Collection<?> values -> {
                var sum = ROOM_OF_AN_OBJECT;
                for (var each : values) {
                    sum += memory(each);
                }
                yield sum;
            }
            case byte[] bytes -> ROOM_OF_A_VALUE + bytes.length;
            case de.bwaldvogel.mongo.bson.BinData data -> ROOM_OF_A_VALUE + data.getData().length;
            default -> ROOM_OF_A_VALUE;
        };
    }

    private static int encoded(Document document) {
        var buffer = Unpooled.buffer();
        try {
            BsonEncoder.encodeDocument(document, buffer);
            return buffer.writerIndex();
        } finally {
            buffer.release();
        }
    }
}
