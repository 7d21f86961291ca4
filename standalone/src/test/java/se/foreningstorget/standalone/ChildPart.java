package se.foreningstorget.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import se.foreningstorget.embedded.EmbeddedBroker;
import se.foreningstorget.embedded.EmbeddedMailbox;
import se.foreningstorget.embedded.EmbeddedStore;
import se.foreningstorget.embedded.FreePorts;

/** Broker, store or mail server as a process of its own, to be killed, silenced and healed. */
public final class ChildPart implements AutoCloseable {
    private static final String READY = "ready";

    /** Which part. */
    public enum Kind {
        BROKER,
        STORE,
        MAILBOX
    }

    private final Kind kind;
    private final Path folder;
    private final int port;
    private Process process;

    private ChildPart(Kind kind, Path folder, int port) {
        this.kind = kind;
        this.folder = folder;
        this.port = port;
        this.process = begin();
    }

    public static ChildPart start(Kind kind, Path folder) {
        return new ChildPart(kind, folder, FreePorts.many(1).getFirst());
    }

    /** In the child. */
    public static void main(String[] arguments) throws InterruptedException {
        var folder = Path.of(arguments[1]);
        int port = Integer.parseInt(arguments[2]);
        switch (Kind.valueOf(arguments[0])) {
            case BROKER -> EmbeddedBroker.start(folder, port);
            case STORE -> EmbeddedStore.start(folder, port);
            case MAILBOX -> EmbeddedMailbox.start(folder, port);
        }
        System.out.println(READY);
        new CountDownLatch(1).await(); // until it is killed
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    /** As {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** On the same folder and port as before. */
    public void startAgain() {
        process = begin();
    }

    /** It holds its connections and says nothing. */
    public void silence() {
        Signals.send("STOP", process.pid());
    }

    public void resume() {
        Signals.send("CONT", process.pid());
    }

    @Override
    public void close() {
        resume();
        kill();
    }

    private Process begin() {
        try {
            var started =
                    new ProcessBuilder(
                                    List.of(
                                            Path.of(System.getProperty("java.home"), "bin", "java")
                                                    .toString(),
                                            "-Xmx256m",
                                            "-XX:+UseSerialGC",
                                            "-XX:TieredStopAtLevel=1",
                                            "--sun-misc-unsafe-memory-access=allow",
                                            "--enable-native-access=ALL-UNNAMED",
                                            "-cp",
                                            System.getProperty("java.class.path"),
                                            ChildPart.class.getName(),
                                            kind.name(),
                                            folder.toString(),
                                            Integer.toString(port)))
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            var lines = started.inputReader();
            for (var line = lines.readLine(); !READY.equals(line); line = lines.readLine()) {
                if (line == null) {
                    throw new IllegalStateException(kind + " did not start");
                }
            }
            Thread.ofPlatform().daemon().start(() -> lines.lines().forEach(_ -> {}));
            return started;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
