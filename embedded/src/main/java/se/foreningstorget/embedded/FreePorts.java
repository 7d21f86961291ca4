package se.foreningstorget.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Loopback ports that were free a moment ago. They are picked below the range from which systems
 * give ports to outgoing connections: one of those would else often be gone before it is used.
 */
public final class FreePorts {
    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;

    private FreePorts() {}

    /** Different ones. */
    public static List<Integer> many(int count) {
        var held = new ArrayList<ServerSocket>();
        try {
            while (held.size() < count) {
                hold(ThreadLocalRandom.current().nextInt(FIRST, LAST), held);
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            held.forEach(FreePorts::close);
        }
    }

    private static void hold(int port, List<ServerSocket> held) {
        try {
            held.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
        } catch (BindException taken) {
            // another number will do
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Fails when the port is taken. */
    static void require(int port) {
        try (var socket = new ServerSocket()) {
            // A port whose last connections are still dying is free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (BindException e) {
            throw new UncheckedIOException("Port " + port + " is in use", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
