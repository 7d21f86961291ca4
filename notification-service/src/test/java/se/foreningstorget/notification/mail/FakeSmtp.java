package se.foreningstorget.notification.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A mail server that answers what the test wants, and keeps what it accepted. */
final class FakeSmtp implements AutoCloseable {
    private final ServerSocket socket;
    private final Function<String, @Nullable String> answers;
    private final List<String> accepted = new CopyOnWriteArrayList<>();

    /**
     * @param answers to a command, or to {@code .} at a mail's end; null for the usual answer
     */
    FakeSmtp(Function<String, @Nullable String> answers) {
        this.answers = answers;
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    List<String> accepted() {
        return accepted;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                var one = socket.accept();
                Thread.ofVirtual().start(() -> converse(one));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket one) {
        try (one;
                var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        one.getInputStream(), StandardCharsets.UTF_8))) {
            say(one, "220 fake");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("QUIT")) {
                    say(one, "221 bye");
                    return;
                }
                var answer = answers.apply(line);
                if (answer != null) {
                    say(one, answer);
                } else if (line.startsWith("DATA")) {
                    say(one, "354 go on");
                    var mail = new StringBuilder();
                    for (line = in.readLine(); !".".equals(line); line = in.readLine()) {
                        mail.append(line).append('\n');
                    }
                    var verdict = answers.apply(".");
                    if (verdict == null) {
                        accepted.add(mail.toString());
                    }
                    say(one, verdict == null ? "250 taken" : verdict);
                } else {
                    say(one, "250 fine");
                }
            }
        } catch (IOException hungUp) {
            // The courier closed the line.
        }
    }

    private static void say(Socket one, String line) throws IOException {
        one.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        one.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
