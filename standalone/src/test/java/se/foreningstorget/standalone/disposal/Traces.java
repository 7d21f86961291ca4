package se.foreningstorget.standalone.disposal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks for texts in the bytes of files. */
final class Traces {
    private Traces() {}

    /** Which of the texts stand in the folder's files, by file; the mailbox is left out. */
    static Map<String, List<String>> in(Path folder, Collection<String> texts) {
        var found = new TreeMap<String, List<String>>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = folder.relativize(file).toString();
                // the mailbox is the recipients': what is in it was sent and is theirs
                var here = name.startsWith("mailbox") ? List.<String>of() : inFile(file, texts);
                if (!here.isEmpty()) {
                    found.put(name, here);
                }
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Bytes as characters, one each, so that UTF-8 is found wherever it stands. */
    private static List<String> inFile(Path file, Collection<String> texts) throws IOException {
        try {
            var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return texts.stream().filter(text -> bytes.contains(bytewise(text))).toList();
        } catch (NoSuchFileException deletedMeanwhile) {
            return List.of();
        }
    }

    private static String bytewise(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
