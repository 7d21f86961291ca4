package se.foreningstorget.standalone.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import se.foreningstorget.embedded.FreePorts;
import se.foreningstorget.eventkit.testing.Http;

/** One instance of a service as a process of its own: to be stopped, gone on with, killed. */
final class Instance implements AutoCloseable {
    private final List<String> command;
    private final Path output;
    private final Http http;
    private Process process;

    private Instance(List<String> command, Path output, int port) {
        this.command = command;
        this.output = output;
        this.http = new Http(URI.create("http://127.0.0.1:" + port));
        this.process = launched();
    }

    /**
     * Starts one; it is ready some time later.
     *
     * @param folder for what it says
     */
    static Instance launch(Class<?> main, Path folder, List<String> settings) {
        int port = FreePorts.many(1).getFirst();
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx192m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--sun-misc-unsafe-memory-access=allow",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dorg.springframework.boot.logging.LoggingSystem=none",
                                "-Dforeningstorget.log=" + folder.resolve("log-" + port),
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName(),
                                "--server.address=127.0.0.1",
                                "--server.port=" + port));
        command.addAll(settings);
        return new Instance(
                command, folder.resolve(main.getSimpleName() + "-" + port + ".txt"), port);
    }

    Instance awaitReady() {
        await().atMost(Duration.ofMinutes(2)).until(this::isReady);
        return this;
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new AssertionError("it ended by itself, see " + output);
        }
        try {
            return http.get("/actuator/health/readiness", null).status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    Http http() {
        return http;
    }

    /** As when a machine is paused: nothing of it runs, and it does not know. */
    void pause() {
        signal("-STOP");
    }

    void resume() {
        signal("-CONT");
    }

    /** As {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** The same again, after it was killed. */
    void launchAgain() {
        process = launched();
    }

    /** The sum of a figure over its labels, 0 when it is not told. */
    double figure(String name) {
        return http.get("/actuator/prometheus", null)
                .raw()
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            resume();
            process.destroy();
            awaitEnd();
        }
    }

    private Process launched() {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void signal(String which) {
        try {
            int code =
                    new ProcessBuilder("kill", which, Long.toString(process.pid()))
                            .inheritIO()
                            .start()
                            .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill " + which + " said " + code);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
