package se.foreningstorget.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that contracts holds, found among the compiled classes, so that no test misses a newcomer.
 */
final class Everything {
    private Everything() {}

    /** Every topic of every class named {@code ...Topics}, by name. */
    static List<Topic<?, ?>> topics() {
        return classes()
                .filter(type -> type.getSimpleName().endsWith("Topics"))
                .flatMap(Everything::topicsOf)
                .sorted(Comparator.comparing(Topic::name))
                .toList();
    }

    static Stream<Class<?>> enums() {
        return classes().filter(Class::isEnum);
    }

    /** Records named {@code ...Id}. */
    static Stream<Class<?>> ids() {
        return classes().filter(type -> type.isRecord() && type.getSimpleName().endsWith("Id"));
    }

    static Stream<Class<?>> classes() {
        var root = root();
        try (var files = Files.walk(root)) {
            return files
                    .map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("-info"))
                    .sorted()
                    .<Class<?>>map(Everything::load)
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path root() {
        try {
            var source = Topic.class.getProtectionDomain().getCodeSource();
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(
                    file.substring(0, file.length() - ".class".length()).replace('/', '.'));
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Stream<Topic<?, ?>> topicsOf(Class<?> owner) {
        try {
            return ((List<?>) owner.getField("ALL").get(null))
                    .stream().map(topic -> (Topic<?, ?>) topic);
        } catch (ReflectiveOperationException noList) {
            throw new AssertionError(owner + " has no list named ALL", noList);
        }
    }
}
