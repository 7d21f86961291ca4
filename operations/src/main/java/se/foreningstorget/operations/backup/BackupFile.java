package se.foreningstorget.operations.backup;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import se.foreningstorget.contracts.ContractJson;

/**
 * A backup on disk: a ZIP of {@code manifest.json}, {@code store/<database>/<collection>}
 * (MongoDB's extended JSON, a document a line) and {@code topics/<topic>} (a {@link LogLine} a
 * line). It bears its name only once it is whole.
 */
final class BackupFile {
    private static final String MANIFEST = "manifest.json";

    private BackupFile() {}

    static String store(String database, String collection) {
        return "store/" + database + "/" + collection;
    }

    static String topic(String name) {
        return "topics/" + name;
    }

    /** A backup being written. */
    static final class Writing implements Closeable {
        private final Path file;
        private final Path unfinished;
        private final ZipOutputStream zip;
        private final Writer lines;

        Writing(Path file) throws IOException {
            this.file = file.toAbsolutePath();
            this.unfinished = this.file.resolveSibling(file.getFileName() + ".unfinished");
            this.zip = new ZipOutputStream(Files.newOutputStream(unfinished));
            this.lines = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        }

        /** What writes lines, one by one. */
        @FunctionalInterface
        interface Content {
            void writeTo(Consumer<String> line);
        }

        void entry(String name, Content content) throws IOException {
            zip.putNextEntry(new ZipEntry(name));
            content.writeTo(line -> {
                try {
                    lines.write(line);
                    lines.write('\n');
                } catch (IOException full) {
                    throw new UncheckedIOException(full);
                }
            });
            lines.flush();
            zip.closeEntry();
        }

        /** The last thing written, since it counts the rest; then the file has its name. */
        void finish(Manifest manifest) throws IOException {
            entry(
                    MANIFEST,
                    line -> line.accept(ContractJson.mapper().writeValueAsString(manifest)));
            zip.close();
            Files.move(
                    unfinished,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void close() throws IOException {
            zip.close();
            Files.deleteIfExists(unfinished);
        }
    }

    /** A finished backup. */
    static final class Reading implements Closeable {
        private final ZipFile zip;
        private final Manifest manifest;

        Reading(Path file) throws IOException {
            this.zip = new ZipFile(file.toFile());
            var entry = zip.getEntry(MANIFEST);
            if (entry == null) {
                zip.close();
                throw new IOException(file + " is no backup of the square");
            }
            try (var in = zip.getInputStream(entry)) {
                this.manifest = ContractJson.mapper().readValue(in, Manifest.class);
            }
            if (manifest.format() != Manifest.FORMAT) {
                zip.close();
                throw new IOException(
                        "%s is of format %d; this version reads format %d"
                                .formatted(file, manifest.format(), Manifest.FORMAT));
            }
        }

        Manifest manifest() {
            return manifest;
        }

        void lines(String name, Consumer<String> reader) throws IOException {
            try (var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    zip.getInputStream(zip.getEntry(name)),
                                    StandardCharsets.UTF_8))) {
                in.lines().forEach(reader);
            }
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
