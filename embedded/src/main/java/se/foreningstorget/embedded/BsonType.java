package se.foreningstorget.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Documents in the store's file: BSON, which any tool reads and which is smaller and quicker. */
final class BsonType extends BasicDataType<Document> {

    @Override
    public int getMemory(Document document) {
        return DocumentSize.memory(document);
    }

    @Override
    public void write(WriteBuffer file, Document document) {
        var bytes = Unpooled.buffer();
        try {
            BsonEncoder.encodeDocument(document, bytes);
            file.put(bytes.nioBuffer());
        } finally {
            bytes.release();
        }
    }

    @Override
    public Document read(ByteBuffer file) {
        var bytes = Unpooled.wrappedBuffer(file);
        var document = BsonDecoder.decodeBson(bytes);
        file.position(file.position() + bytes.readerIndex());
        return document;
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
