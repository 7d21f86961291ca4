package se.foreningstorget.searchkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The place after the last hit of a page: its sort value and id, and how the text was read.
 *
 * <p>The reading is kept because it was chosen by how much was found for the first page, and the
 * pages after it must come from the same answer.
 */
record Cursor(Reading reading, FieldDoc last) {
    private static final byte VERSION = 1;
    private static final int LONGEST = 16_384;

    String write(Order order) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeByte(reading.ordinal());
            out.writeUTF(order.toString());
            switch (order) {
                case Order.Relevance() -> out.writeFloat((Float) last.fields[0]);
                case Order.ByNumber _ -> out.writeLong((Long) last.fields[0]);
                case Order.Alphabetical _ -> writeBytes(out, (BytesRef) last.fields[0]);
            }
            writeBytes(out, (BytesRef) last.fields[1]);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    static Cursor read(String cursor, Order order) {
        if (cursor.length() > LONGEST) {
            throw new BadCursor("too long");
        }
        try (var in =
                new DataInputStream(
                        new ByteArrayInputStream(Base64.getUrlDecoder().decode(cursor)))) {
            if (in.readByte() != VERSION) {
                throw new BadCursor("of another version");
            }
            int reading = in.readUnsignedByte();
            if (reading >= Reading.values().length) {
                throw new BadCursor("of no reading");
            }
            if (!in.readUTF().equals(order.toString())) {
                throw new BadCursor("of another order");
            }
            var value =
                    switch (order) {
                        case Order.Relevance() -> (Object) score(in.readFloat());
                        case Order.ByNumber _ -> (Object) in.readLong();
                        case Order.Alphabetical _ -> readBytes(in);
                    };
            var id = readBytes(in);
            if (id == null || in.read() != -1) {
                throw new BadCursor("with too little or too much in it");
            }
            // Lucene breaks ties by its own numbers of documents; ids leave none to break.
            var last =
                    new FieldDoc(Integer.MAX_VALUE, Float.NaN, new @Nullable Object[] {value, id});
            return new Cursor(Reading.values()[reading], last);
        } catch (IOException | IllegalArgumentException malformed) {
            throw new BadCursor("not one of ours", malformed);
        }
    }

    private static Float score(float score) {
        if (!Float.isFinite(score)) {
            throw new BadCursor("with no score");
        }
        return score;
    }

    private static void writeBytes(DataOutputStream out, @Nullable BytesRef bytes)
            throws IOException {
        if (bytes == null) {
            out.writeInt(-1);
        } else {
            out.writeInt(bytes.length);
            out.write(bytes.bytes, bytes.offset, bytes.length);
        }
    }

    private static @Nullable BytesRef readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length == -1) {
            return null;
        }
        if (length < 0 || length > IndexWriter.MAX_TERM_LENGTH) {
            throw new BadCursor("with a broken value");
        }
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new BadCursor("cut off");
        }
        return new BytesRef(bytes);
    }
}
