package se.foreningstorget.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * A store inside this JVM that speaks MongoDB's wire protocol over loopback, its data in one file.
 *
 * <p>It is not MongoDB: no transactions, change streams, validators, TTL or partial indexes.
 */
public final class EmbeddedStore implements AutoCloseable {
    // Each connection's commands run on one of these threads, which waits for the commit: too few
    // threads would leave few writers to share one.
    private static final int CONNECTION_THREADS = 32;

    private final FolderLock lock;
    private final StoreFile file;
    private final MongoServer server;
    private final int port;

    private EmbeddedStore(FolderLock lock, StoreFile file, MongoServer server) {
        this.lock = lock;
        this.file = file;
        this.server = server;
        this.port = server.getLocalAddress().getPort();
    }

    /** As {@link #start(Path, int, Durability)}, surviving the end of the process. */
    public static EmbeddedStore start(Path folder, int port) {
        return start(folder, port, Durability.PROCESS);
    }

    /**
     * Opens the file and serves it.
     *
     * @param folder where the file lies
     * @param port the loopback port, 0 for any free one
     * @param durability what every acknowledged write survives
     * @throws FolderInUseException when another process has the folder
     */
    public static EmbeddedStore start(Path folder, int port, Durability durability) {
        var lock = FolderLock.take(folder);
        try {
            return serve(lock, StoreFile.open(folder.resolve("store.mv"), durability), port);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedStore serve(FolderLock lock, StoreFile file, int port) {
        try {
            var server = new MongoServer(new StoreBackend(file));
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            server.bind(address, 1, CONNECTION_THREADS);
            return new EmbeddedStore(lock, file, server);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** What the MongoDB driver needs to connect; a database name may follow the slash. */
    public String connectionString() {
        return connectionString("");
    }

    /** What the MongoDB driver needs to connect, with this database as the default one. */
    public String connectionString(String database) {
        return "mongodb://127.0.0.1:" + port + "/" + database + "?retryWrites=false";
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        try {
            server.shutdownNow();
        } finally {
            file.close();
            lock.close();
        }
    }
}
