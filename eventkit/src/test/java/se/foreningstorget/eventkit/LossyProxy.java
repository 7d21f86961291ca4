package se.foreningstorget.eventkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stands between a client and a server and can lose a reply, or everything. */
final class LossyProxy implements AutoCloseable {
    private final ServerSocket door;
    private final int server;
    private final AtomicBoolean loseNextReply = new AtomicBoolean();
    private final ConcurrentLinkedQueue<Socket> open = new ConcurrentLinkedQueue<>();
    private volatile String trigger = "";

    LossyProxy(int server) {
        this.server = server;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /** The next request that holds these bytes reaches the server; its reply reaches nobody. */
    void loseReplyTo(String bytes) {
        trigger = bytes;
        loseNextReply.set(true);
    }

    boolean hasLost() {
        return !loseNextReply.get();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                var upstream = new Socket(InetAddress.getLoopbackAddress(), server);
                open.add(client);
                open.add(upstream);
                var losing = new AtomicBoolean();
                Thread.ofVirtual().start(() -> pump(client, upstream, losing, true));
                Thread.ofVirtual().start(() -> pump(upstream, client, losing, false));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pump(Socket from, Socket to, AtomicBoolean losing, boolean isRequest) {
        var bytes = new byte[65_536];
        try (from;
                to) {
            for (int n = from.getInputStream().read(bytes);
                    n >= 0;
                    n = from.getInputStream().read(bytes)) {
                var text = new String(bytes, 0, n, java.nio.charset.StandardCharsets.ISO_8859_1);
                if (isRequest
                        && text.contains(trigger)
                        && loseNextReply.compareAndSet(true, false)) {
                    losing.set(true);
                }
                if (!isRequest && losing.get()) {
                    return; // the server did it; the client will never hear
                }
                to.getOutputStream().write(bytes, 0, n);
            }
        } catch (IOException gone) {
            // either side hung up: that is all there is to it
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var socket : open) {
            socket.close();
        }
    }
}
