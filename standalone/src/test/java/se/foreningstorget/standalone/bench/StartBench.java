package se.foreningstorget.standalone.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** (a) From {@code ./run} to ready, and what it weighs then; the first start and later ones. */
final class StartBench {
    private static final int LATER = 5;

    private StartBench() {}

    static void run(Path folder) throws Exception {
        Files.createDirectories(folder);
        for (int start = 0; start <= LATER; start++) {
            once(folder, start == 0 ? "first start " : "later start ");
        }
    }

    private static void once(Path folder, String label) throws Exception {
        long began = System.nanoTime();
        var process =
                new ProcessBuilder(
                                List.of(
                                        Bench.root().resolve("run").toString(),
                                        "--port",
                                        "0",
                                        "--data",
                                        folder.resolve("data").toString()))
                        .redirectErrorStream(true)
                        .start();
        var lines = process.inputReader();
        var line = lines.readLine();
        while (line != null && !line.contains("is ready")) {
            line = lines.readLine();
        }
        double ready = (System.nanoTime() - began) / 1e9;
        double cpu = cpuSeconds(process.pid());
        TimeUnit.SECONDS.sleep(3);
        long resident = resident(process.pid());
        long stopping = System.nanoTime();
        process.destroy();
        process.waitFor();
        System.out.printf(
                Locale.ROOT,
                "%s ready %.1f s (%.1f s of processor), resident at rest %d MB, stopped in %.1f s%n",
                label,
                ready,
                cpu,
                resident / 1_024,
                (System.nanoTime() - stopping) / 1e9);
    }

    private static long resident(long pid) throws Exception {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
    }

    private static double cpuSeconds(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .map(time -> time.toMillis() / 1_000.0)
                .orElse(0.0);
    }
}
