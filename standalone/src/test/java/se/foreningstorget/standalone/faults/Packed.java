package se.foreningstorget.standalone.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import se.foreningstorget.contracts.ContractJson;
import tools.jackson.databind.JsonNode;

/** The data folders of releases, packed, and what they answered. */
final class Packed {
    private static final Set<String> LEFT_OUT = Set.of("log", "indexes", "keys");

    private Packed() {}

    /** Unpacks a release's folder into another. */
    static void unpack(String release, Path into) throws IOException {
        try (var zip = new ZipInputStream(resource(release + ".zip"))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var file = into.resolve(entry.getName());
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.copy(zip, file);
            }
        }
    }

    static JsonNode answers(String release) {
        try (var json = resource(release + ".json")) {
            return ContractJson.mapper().readTree(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Packed.class.getResourceAsStream("/released/" + name), name);
    }

    /** Packs a folder at rest, without logs and what is made anew at each start. */
    static void pack(Path folder, Path zip) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip));
                var all = Files.walk(folder)) {
            out.setLevel(9);
            for (var file : all.filter(Files::isRegularFile).sorted().toList()) {
                var name = folder.relativize(file);
                if (!LEFT_OUT.contains(name.getName(0).toString()) && !isLock(file)) {
                    out.putNextEntry(new ZipEntry(name.toString().replace('\\', '/')));
                    Files.copy(file, out);
                    out.closeEntry();
                }
            }
        }
    }

    private static boolean isLock(Path file) {
        return file.toString().endsWith("lock");
    }
}
