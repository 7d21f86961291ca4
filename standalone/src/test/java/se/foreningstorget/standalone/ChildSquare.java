package se.foreningstorget.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import se.foreningstorget.eventkit.testing.Http;

/** The system as a process of its own, to be killed. */
public final class ChildSquare {
    private final Process process;
    private final Http http;
    private String staff = "";

    private ChildSquare(Process process, URI base) {
        this.process = process;
        this.http = new Http(base);
    }

    /** Starts it on a folder and returns when it says it is ready. */
    public static ChildSquare start(Path data, String... more) {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--sun-misc-unsafe-memory-access=allow",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dorg.springframework.boot.logging.LoggingSystem=none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Standalone.class.getName(),
                                "--port",
                                "0",
                                "--data",
                                data.toString()));
        command.addAll(List.of(more));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new StringBuilder();
            var lines = process.inputReader();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith("  Pages")) {
                    var url = line.substring("  Pages".length()).strip();
                    drain(lines);
                    return new ChildSquare(process, URI.create(url));
                }
            }
            throw new IllegalStateException("it did not start:\n" + said);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public Http http() {
        return http;
    }

    public long pid() {
        return process.pid();
    }

    public String as(String caller) {
        return http.get("/sign-in/tokens/" + caller, null).raw().body().strip();
    }

    /** A staff caller's token, good until this process ends. */
    synchronized String staff() {
        if (staff.isEmpty()) {
            staff = as("staff");
        }
        return staff;
    }

    /** As {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(30);
    }

    /** As Ctrl-C; the seconds it took. */
    public double stop() {
        long began = System.nanoTime();
        process.destroy();
        awaitEnd(30);
        return (System.nanoTime() - began) / 1e9;
    }

    private void awaitEnd(int seconds) {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                throw new IllegalStateException("it did not end within " + seconds + " s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void drain(BufferedReader lines) {
        // a read of a pipe keeps its carrier: a few of them would leave no virtual thread to run
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        while (lines.readLine() != null) {}
                    } catch (IOException ended) {
                        // its end is what we wait for
                    }
                });
    }
}
