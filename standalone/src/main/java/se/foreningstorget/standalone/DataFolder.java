package se.foreningstorget.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import se.foreningstorget.embedded.FolderInUseException;
import se.foreningstorget.embedded.FolderLock;

/** Where the embedded parts keep what must last; one process at a time. */
final class DataFolder implements AutoCloseable {
    private static final String FORMAT = "1";
    private static final String RUNNING = "running";
    private static final String HALF_DONE = "restore-unfinished";

    private final Path folder;
    private final FolderLock lock;
    private final boolean stoppedUncleanly;
    private volatile boolean owing;

    private DataFolder(Path folder, FolderLock lock) throws IOException {
        this.folder = folder;
        this.lock = lock;
        this.stoppedUncleanly = Files.exists(running());
        this.owing = stoppedUncleanly;
    }

    static DataFolder open(Path folder, boolean fresh) {
        if (!fresh && Files.exists(folder.resolve(HALF_DONE))) {
            throw new CannotStart(
                    "A restore into "
                            + folder
                            + " was broken off. Do it again: ./operate restore --replace.");
        }
        return openToMend(folder, fresh);
    }

    /** As {@link #open}, also where something half-done lies. */
    static DataFolder openToMend(Path folder, boolean fresh) {
        try {
            Files.createDirectories(folder);
            var real = folder.toRealPath();
            if (!Files.isWritable(real)) {
                throw new CannotStart("The data folder " + real + " cannot be written to.");
            }
            var format = real.resolve("format");
            try (var entries = Files.list(real)) {
                if (!Files.exists(format) && entries.findAny().isPresent()) {
                    throw new CannotStart(
                            real
                                    + " holds something else than Föreningstorget's data. Choose another"
                                    + " folder with --data.");
                }
            }
            var lock = FolderLock.take(real);
            if (fresh) {
                empty(real);
            }
            if (Files.exists(format) && !Files.readString(format).strip().equals(FORMAT)) {
                lock.close();
                throw new CannotStart(
                        "%s is of format %s; this version reads format %s."
                                .formatted(real, Files.readString(format).strip(), FORMAT));
            }
            Files.writeString(format, FORMAT);
            var data = new DataFolder(real, lock);
            data.runningWith(Map.of());
            return data;
        } catch (FolderInUseException inUse) {
            throw new CannotStart(
                    "The data folder "
                            + folder
                            + " is in use: Föreningstorget is running on it already.");
        } catch (IOException unwritable) {
            throw new CannotStart(
                    "The data folder " + folder + " cannot be used: " + unwritable.getMessage());
        }
    }

    /** Tells those who look into the folder where what runs on it can be reached. */
    void runningWith(Map<String, String> addresses) {
        var notes = new Properties();
        notes.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
        notes.putAll(addresses);
        try (var out = Files.newBufferedWriter(running())) {
            notes.store(out, null);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Where what runs on a folder can be reached; empty when nothing does. */
    static Properties addresses(Path folder) {
        var notes = new Properties();
        try (var in = Files.newBufferedReader(folder.resolve(RUNNING))) {
            notes.load(in);
        } catch (IOException notRunning) {
            notes.clear();
        }
        return notes;
    }

    /** Until this ends well, the folder holds something half-done that nothing may start on. */
    void halfDone(HalfDone work) throws Exception {
        var mark = folder.resolve(HALF_DONE);
        Files.writeString(mark, "a restore was not finished");
        work.run();
        Files.delete(mark);
    }

    /** Work on the folder that leaves it unusable when it breaks off. */
    @FunctionalInterface
    interface HalfDone {
        void run() throws Exception;
    }

    Path part(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Path folder() {
        return folder;
    }

    /** Whether the last run ended without saying so: then the last words are said again. */
    boolean stoppedUncleanly() {
        return stoppedUncleanly;
    }

    /** What an unclean stop made necessary is done. */
    void settled() {
        owing = false;
    }

    /** Something could not be stopped in order: the next start is to look after it. */
    void unsettled() {
        owing = true;
    }

    /** Says that everything was stopped in order, unless something is still owing. */
    @Override
    public void close() {
        try {
            if (!owing) {
                Files.deleteIfExists(running());
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } finally {
            lock.close();
        }
    }

    /** As when the process dies: the folder is free, and not said to be clean. */
    void unlockOnly() {
        lock.close();
    }

    private Path running() {
        return folder.resolve(RUNNING);
    }

    /** Everything but the lock, which is ours by now. */
    private static void empty(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder) && !path.getFileName().toString().endsWith("lock")) {
                    Files.delete(path);
                }
            }
        }
    }
}
