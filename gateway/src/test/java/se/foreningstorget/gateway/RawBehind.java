package se.foreningstorget.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A service that answers with whatever bytes it is given, right or wrong, and hangs up. */
final class RawBehind implements AutoCloseable {
    private final ServerSocket server;

    RawBehind(String answer) {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(() -> serve(answer));
    }

    private void serve(String answer) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.setSoTimeout(2_000);
                var in = socket.getInputStream();
                var seen = new StringBuilder();
                while (!seen.toString().contains("\r\n\r\n")) {
                    int one = in.read();
                    if (one < 0) {
                        break;
                    }
                    seen.append((char) one);
                }
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
            } catch (IOException gone) {
                continue;
            }
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
