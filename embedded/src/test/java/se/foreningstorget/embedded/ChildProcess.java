package se.foreningstorget.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Another JVM that runs a main class of these tests and says line by line what was acknowledged.
 */
final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final Thread reader;

    ChildProcess(Class<?> main, Path folder, String... arguments) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "--sun-misc-unsafe-memory-access=allow",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName(),
                                folder.toString()));
        command.addAll(List.of(arguments));
        process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        reader = Thread.ofVirtual().start(() -> read(process.inputReader()));
    }

    // A line that lacks its end was cut off by the kill.
    private void read(BufferedReader lines) {
        lines.lines().filter(line -> line.endsWith(";")).forEach(acknowledged::add);
    }

    int acknowledgedSoFar() {
        return acknowledged.size();
    }

    /** Ends the process as {@code kill -9} does, and tells what it had acknowledged. */
    List<String> kill() throws InterruptedException {
        // Through the handle, since the process's own method closes the pipe with what is unread.
        process.toHandle().destroyForcibly();
        process.waitFor();
        reader.join();
        return acknowledged.stream().map(line -> line.substring(0, line.length() - 1)).toList();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
