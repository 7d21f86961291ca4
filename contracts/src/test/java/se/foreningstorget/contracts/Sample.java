package se.foreningstorget.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * One golden sample, {@code golden/v<version>/<topic>/<name>.json}.
 *
 * @param name an event's name on the wire, {@code state}, or {@code record} for a whole record
 */
record Sample(int version, String topic, String name, Path file) {
    static final String STATE = "state";
    static final String RECORD = "record";

    static List<Sample> all() {
        var root = root();
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> of(root.relativize(file), file))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Sample of(Path relative, Path file) {
        var name = relative.getFileName().toString();
        if (relative.getNameCount() != 3
                || !relative.getName(0).toString().matches("v[1-9][0-9]*")
                || !name.endsWith(".json")) {
            throw new AssertionError(relative + " is not named v<version>/<topic>/<name>.json");
        }
        return new Sample(
                Integer.parseInt(relative.getName(0).toString().substring(1)),
                relative.getName(1).toString(),
                name.substring(0, name.length() - ".json".length()),
                file);
    }

    private static Path root() {
        try {
            return Path.of(Sample.class.getResource("/golden").toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** What the sample is a sample of; empty for a whole record. */
    Optional<Class<?>> type() {
        return name.equals(RECORD) ? Optional.empty() : Optional.of(typeOf(ofTopic(), name));
    }

    Topic<?, ?> ofTopic() {
        return Everything.topics().stream()
                .filter(it -> it.name().equals(topic))
                .findFirst()
                .orElseThrow(() -> new AssertionError(this + ": there is no such topic any more"));
    }

    static Class<?> typeOf(Topic<?, ?> topic, String name) {
        Class<?> type = name.equals(STATE) ? topic.state() : topic.eventTypes().get(name);
        if (type == null) {
            throw new AssertionError(topic.name() + " has no event named " + name + " any more");
        }
        return type;
    }

    /** No later version has a sample of the same. */
    boolean isNewest() {
        Predicate<Sample> later =
                it -> it.topic.equals(topic) && it.name.equals(name) && it.version > version;
        return all().stream().noneMatch(later);
    }

    JsonNode json() {
        return ContractJson.mapper().readTree(file);
    }

    @Override
    public String toString() {
        return "v" + version + "/" + topic + "/" + name;
    }
}
