package se.foreningstorget.standalone.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** What {@code ./bench} runs: every section, or those named. */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var wanted = Set.of(arguments);
        var folder = Files.createTempDirectory("bench");
        System.out.println(
                "machine: "
                        + Runtime.getRuntime().availableProcessors()
                        + " cores, Java "
                        + Runtime.version());
        run(wanted, "start", () -> StartBench.run(folder.resolve("start")));
        run(wanted, "visible", () -> VisibleBench.run(folder.resolve("visible")));
        run(wanted, "writes", () -> WritesBench.run(folder.resolve("writes")));
        run(wanted, "faults", () -> FaultsBench.run(folder.resolve("faults")));
        run(wanted, "search", () -> SearchBench.run(folder.resolve("search")));
        System.exit(0);
    }

    @FunctionalInterface
    private interface Section {
        void run() throws Exception;
    }

    private static void run(Set<String> wanted, String name, Section section) throws Exception {
        if (wanted.isEmpty() || wanted.contains(name)) {
            System.out.println("\n== " + name);
            section.run();
        }
    }

    static Path root() {
        return Path.of(System.getProperty("bench.root", "."));
    }
}
