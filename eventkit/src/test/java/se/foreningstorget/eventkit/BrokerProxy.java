package se.foreningstorget.eventkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import se.foreningstorget.embedded.Durability;
import se.foreningstorget.embedded.EmbeddedBroker;

/** A broker of one's own that is only reached through here, and may be paused, slow or gone. */
final class BrokerProxy implements AutoCloseable {
    private final Path folder;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Object gate = new Object();
    private boolean paused; // guarded by the gate
    private volatile Duration delay = Duration.ZERO;
    private volatile EmbeddedBroker broker;
    private volatile int port;

    BrokerProxy(Path folder) {
        this.folder = folder;
        try {
            this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        this.broker = startBroker();
        Thread.ofVirtual().start(this::serve);
    }

    String bootstrapServers() {
        return "127.0.0.1:" + door.getLocalPort();
    }

    /** What is under way stays under way, and nothing moves. */
    void pause() {
        synchronized (gate) {
            paused = true;
        }
    }

    void resume() {
        synchronized (gate) {
            paused = false;
            gate.notifyAll();
        }
    }

    /** Each piece of a message takes so long. */
    void slow(Duration each) {
        delay = each;
    }

    void stopBroker() {
        broker.close();
    }

    void startBrokerAgain() {
        broker = startBroker();
    }

    private EmbeddedBroker startBroker() {
        var started = EmbeddedBroker.start(folder, port, door.getLocalPort(), Durability.PROCESS);
        var address = started.bootstrapServers();
        port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        return started;
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> join(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket client) {
        try (client;
                var upstream = new Socket(InetAddress.getLoopbackAddress(), port)) {
            open.add(upstream);
            var back = Thread.ofVirtual().start(() -> pump(upstream, client));
            pump(client, upstream);
            back.join();
        } catch (IOException | InterruptedException gone) {
            // nobody listens there just now: the client's connection ends too
        }
    }

    private void pump(Socket from, Socket to) {
        var bytes = new byte[65_536];
        try (from;
                to) {
            for (int n = from.getInputStream().read(bytes);
                    n >= 0;
                    n = from.getInputStream().read(bytes)) {
                LockSupport.parkNanos(delay.toNanos());
                synchronized (gate) {
                    while (paused) {
                        gate.wait();
                    }
                }
                to.getOutputStream().write(bytes, 0, n);
            }
        } catch (IOException | InterruptedException gone) {
            // either side hung up
        }
    }

    @Override
    public void close() throws IOException {
        resume();
        door.close();
        for (var socket : open) {
            socket.close();
        }
        broker.close();
    }
}
