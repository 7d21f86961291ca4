package se.foreningstorget.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mails on disk, one {@code .eml} file each; a file that has its name is whole. */
final class MailFolder {
    private static final Logger LOG = LoggerFactory.getLogger(MailFolder.class);
    private static final String MAIL = ".eml";
    private static final String UNFINISHED = ".part";
    private static final int PER_MILLI = 1_000;

    private final Path folder;
    private final InstantSource clock;
    private final ConcurrentNavigableMap<String, ReceivedMail> mails =
            new ConcurrentSkipListMap<>();
    private final AtomicLong lastId = new AtomicLong();

    MailFolder(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
        for (var file : files()) {
            if (file.toString().endsWith(MAIL)) {
                load(file);
            } else if (file.toString().endsWith(UNFINISHED)) {
                delete(file);
            }
        }
        if (!mails.isEmpty()) {
            lastId.set(Long.parseLong(mails.lastKey()));
        }
    }

    /** Keeps a mail; when this returns, neither a crash nor a power cut loses it. */
    void keep(String from, List<String> recipients, byte[] message) throws IOException {
        var id = nextId();
        var content = withEnvelope(from, recipients, message);
        var mail = MailParser.parse(id, receivedAt(id), new ByteArrayInputStream(content));
        var unfinished = folder.resolve(id + UNFINISHED);
        try (var file =
                FileChannel.open(
                        unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                file.write(rest);
            }
            file.force(true);
        }
        Files.move(unfinished, folder.resolve(id + MAIL), StandardCopyOption.ATOMIC_MOVE);
        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
        mails.put(id, mail);
    }

    List<ReceivedMail> mails() {
        return List.copyOf(mails.values());
    }

    void clear() {
        for (var id : List.copyOf(mails.keySet())) {
            mails.remove(id);
            delete(folder.resolve(id + MAIL));
        }
    }

    // Milliseconds and a count within them, so that the ids sort by arrival, also after a restart.
    private String nextId() {
        var now = clock.millis() * PER_MILLI;
        return "%019d".formatted(lastId.updateAndGet(last -> Math.max(last + 1, now)));
    }

    private static Instant receivedAt(String id) {
        return Instant.ofEpochMilli(Long.parseLong(id) / PER_MILLI);
    }

    private static byte[] withEnvelope(String from, List<String> recipients, byte[] message) {
        var envelope = new StringBuilder();
        envelope.append(MailParser.ENVELOPE_FROM).append(": ").append(from).append("\r\n");
        recipients.forEach(to ->
                envelope.append(MailParser.ENVELOPE_TO).append(": ").append(to).append("\r\n"));
        var head = envelope.toString().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(head.length + message.length).put(head).put(message).array();
    }

    private List<Path> files() {
        try (var files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the mail folder " + folder, e);
        }
    }

    private void load(Path file) {
        var name = file.getFileName().toString();
        var id = name.substring(0, name.length() - MAIL.length());
        try (var content = Files.newInputStream(file)) {
            mails.put(id, MailParser.parse(id, receivedAt(id), content));
        } catch (IOException | NumberFormatException e) {
            LOG.warn("Left out of the mailbox, since it cannot be read: {}", file, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file, e);
        }
    }
}
