package se.foreningstorget.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import se.foreningstorget.embedded.EmbeddedMailbox;

/**
 * The broker, store and mailbox that tests run on; each starts when it is first asked for.
 *
 * <p>Tests share one with {@link #shared()} and keep apart by names of their own for databases,
 * topics and groups. A test that needs an outage has its own with {@link #start(Path)}.
 */
public final class Platform implements AutoCloseable {
    private final Choice choice;
    private final boolean own;
    private final Part<Broker> broker;
    private final Part<Store> store;
    private final Part<Mailbox> mailbox;

    private Platform(Choice choice, boolean own, Path folder) {
        this.choice = choice;
        this.own = own;
        this.broker =
                new Part<>(port ->
                        choice.brokerImage()
                                .map(Broker::container)
                                .orElseGet(() -> Broker.embedded(folder.resolve("broker"), port)));
        this.store =
                new Part<>(port ->
                        choice.storeAt()
                                .map(Store::at)
                                .or(() -> choice.storeImage().map(Store::container))
                                .orElseGet(() -> Store.embedded(folder.resolve("store"), port)));
        this.mailbox = new Part<>(port -> Mailbox.embedded(folder.resolve("mail"), port));
    }

    /** The one platform of this JVM: containers where their images are, embedded elsewhere. */
    public static Platform shared() {
        return Shared.PLATFORM;
    }

    /** An embedded platform of one's own, its data in a folder that may be from an earlier one. */
    public static Platform start(Path folder) {
        QuietLogs.here();
        return new Platform(Choice.EMBEDDED, true, folder);
    }

    /** What Kafka clients take as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return broker.get().bootstrapServers();
    }

    /** The address of one database; a name nobody else uses is an empty store of one's own. */
    public String mongoUri(String database) {
        return store.get().uri().apply(database);
    }

    /** The loopback port that takes mail. */
    public int smtpPort() {
        return mailbox.get().port();
    }

    /** What mail was taken; shared by all tests of this platform. */
    public EmbeddedMailbox mailbox() {
        return mailbox.get().server();
    }

    /** One line that says what runs where. */
    public String describe() {
        return choice.describe();
    }

    /** Lets the broker fail; its address stays. Only on a platform of one's own. */
    public void stopBroker() {
        requireOwn();
        broker.close();
    }

    /** Starts the broker again on the same port and data. */
    public void startBroker() {
        requireOwn();
        broker.start();
    }

    /** Lets the store fail; its address stays. Only on a platform of one's own. */
    public void stopStore() {
        requireOwn();
        store.close();
    }

    /** Starts the store again on the same port and data. */
    public void startStore() {
        requireOwn();
        store.start();
    }

    /** Lets the mailbox fail; its port stays. Only on a platform of one's own. */
    public void stopMailbox() {
        requireOwn();
        mailbox.close();
    }

    /** Starts the mailbox again on the same port and data. */
    public void startMailbox() {
        requireOwn();
        mailbox.start();
    }

    @Override
    public void close() {
        requireOwn();
        closeAll();
    }

    private void closeAll() {
        mailbox.close();
        broker.close();
        store.close();
    }

    private void requireOwn() {
        if (!own) {
            throw new IllegalStateException(
                    "Other tests use the shared platform: start one of your own.");
        }
    }

    /** Holds the shared platform, so that it exists from its first use on. */
    private static final class Shared {
        static final Platform PLATFORM = begin();

        private static Platform begin() {
            QuietLogs.here();
            try {
                var folder = Files.createTempDirectory("testkit");
                var platform = new Platform(Choice.here(), false, folder);
                Runtime.getRuntime()
                        .addShutdownHook(new Thread(() -> end(platform, folder), "testkit-end"));
                System.out.println(platform.describe());
                return platform;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void end(Platform platform, Path folder) {
            try {
                platform.closeAll();
            } finally {
                Folders.remove(folder);
            }
        }
    }
}
