package se.foreningstorget.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Loopback ports nobody listens on at this moment. */
final class FreePorts {
    private FreePorts() {}

    static List<Integer> many(int count) {
        var held = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        } finally {
            for (var socket : held) {
                try {
                    socket.close();
                } catch (IOException ignored) {
                    // a port we cannot let go of is one nobody else gets either
                }
            }
        }
    }

    /** Refuses to go on when somebody listens there. */
    static void require(InetAddress address, int port) {
        if (port == 0) {
            return;
        }
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new java.net.InetSocketAddress(address, port));
        } catch (IOException taken) {
            throw new CannotStart(
                    "Port "
                            + port
                            + " is in use. Choose another with --port, or 0 for any free one.");
        }
    }
}
