package se.foreningstorget.embedded;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server over loopback that delivers nothing: what it accepts it keeps in a folder. */
public final class EmbeddedMailbox implements AutoCloseable {
    private final FolderLock lock;
    private final MailFolder folder;
    private final SMTPServer server;

    private EmbeddedMailbox(FolderLock lock, MailFolder folder, SMTPServer server) {
        this.lock = lock;
        this.folder = folder;
        this.server = server;
    }

    /**
     * Starts the server with the mails that the folder has.
     *
     * @param folder where each mail lies as an {@code .eml} file
     * @param port the loopback port, 0 for any free one
     * @throws FolderInUseException when another process has the folder
     */
    public static EmbeddedMailbox start(Path folder, int port) {
        var lock = FolderLock.take(folder);
        try {
            var mails = new MailFolder(folder, InstantSource.system());
            var server =
                    SMTPServer.port(port)
                            .bindAddress(InetAddress.getLoopbackAddress())
                            .hostName("localhost")
                            .insertReceivedHeaders(false)
                            .messageHandlerFactory(_ -> new MailInTransit(mails))
                            .build();
            server.start();
            return new EmbeddedMailbox(lock, mails, server);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The port to send mail to. */
    public int port() {
        return server.getPortAllocated();
    }

    /** All mails, the newest last. */
    public List<ReceivedMail> mails() {
        return folder.mails();
    }

    /** Forgets all mails and deletes their files. */
    public void clear() {
        folder.clear();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } finally {
            lock.close();
        }
    }
}
