package se.foreningstorget.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Two loopback ports that were free a moment ago. */
record FreePorts(int first, int second) {

    // Both sockets are open at once, so that the two ports differ.
    static FreePorts two() {
        var loopback = InetAddress.getLoopbackAddress();
        try (var one = new ServerSocket(0, 1, loopback);
                var other = new ServerSocket(0, 1, loopback)) {
            return new FreePorts(one.getLocalPort(), other.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
