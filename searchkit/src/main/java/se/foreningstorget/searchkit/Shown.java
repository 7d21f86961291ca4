package se.foreningstorget.searchkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.BytesRef;

/**
 * What of an entry is shown with a hit: its payload, and its texts to tell why it matched.
 *
 * <p>Kept as one block of bytes beside the index and not in Lucene's compressed stored fields, from
 * which twenty hits far apart would each unpack a whole block.
 */
record Shown(String id, byte[] payload, Map<String, List<String>> texts) {

    static BytesRef write(Fields fields, Entry entry) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            writeBytes(out, entry.id().getBytes(StandardCharsets.UTF_8));
            writeBytes(out, entry.payload());
            for (var field : fields.texts().keySet()) {
                var values = entry.texts().getOrDefault(field, List.of());
                out.writeInt(values.size());
                for (var value : values) {
                    writeBytes(out, value.getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new BytesRef(bytes.toByteArray());
    }

    static Shown read(Fields fields, BytesRef bytes) throws IOException {
        try (var in =
                new DataInputStream(
                        new ByteArrayInputStream(bytes.bytes, bytes.offset, bytes.length))) {
            var id = readText(in);
            var payload = readBytes(in);
            var texts = new LinkedHashMap<String, List<String>>();
            for (var field : fields.texts().keySet()) {
                int count = in.readInt();
                var values = new ArrayList<String>(count);
                for (int i = 0; i < count; i++) {
                    values.add(readText(in));
                }
                texts.put(field, values);
            }
            return new Shown(id, payload, texts);
        }
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(readBytes(in), StandardCharsets.UTF_8);
    }
}
