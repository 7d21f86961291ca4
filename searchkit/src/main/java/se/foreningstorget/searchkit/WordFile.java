package se.foreningstorget.searchkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A word list of ours beside this class: one thing a line, # begins a comment. */
final class WordFile {
    private WordFile() {}

    static List<String> lines(String name) {
        var stream = Objects.requireNonNull(WordFile.class.getResourceAsStream(name), name);
        try (var in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return in.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
