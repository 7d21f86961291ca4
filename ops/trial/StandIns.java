import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.embedded.EmbeddedMailbox;
import se.foreningstorget.embedded.EmbeddedStore;
import se.foreningstorget.eventkit.web.LocalIssuer;
import se.foreningstorget.eventkit.web.Role;

/** What a trial on containers has instead of MongoDB, of the mail catcher and of identity. */
class StandIns {
    private static final Duration TOKENS_LAST = Duration.ofHours(1);

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "store" -> store(Path.of(args[1]));
            case "mail" -> mail(Path.of(args[1]), args[2]);
            default -> throw new IllegalArgumentException(args[0]);
        }
        Thread.currentThread().join();
    }

    private static void store(Path folder) throws IOException {
        var store = EmbeddedStore.start(folder, 0);
        Runtime.getRuntime().addShutdownHook(new Thread(store::close));
        forward(27017, store.port());
    }

    /** The mailbox, its mails as JSON, and tokens for made-up callers. */
    private static void mail(Path keys, String url) throws IOException {
        var issuer = new LocalIssuer(url, "foreningstorget");
        issuer.writeKeysTo(keys);
        var mailbox = EmbeddedMailbox.start(Path.of("/tmp/mailbox"), 0);
        forward(1025, mailbox.port());
        var pages = HttpServer.create(new InetSocketAddress(8025), 0);
        pages.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        pages.createContext(
                "/mailbox/mails",
                exchange -> answer(exchange, ContractJson.mapper().writeValueAsString(mailbox.mails())));
        pages.createContext(
                "/sign-in/tokens/",
                exchange -> answer(exchange, token(issuer, name(exchange)) + "\n"));
        pages.start();
    }

    private static String name(HttpExchange exchange) {
        var path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Named as a role: one who has it; named otherwise: an editor of the association so named. */
    private static String token(LocalIssuer issuer, String name) {
        var roles = List.of(Role.values()).stream().filter(it -> it.claim().equals(name)).toList();
        return issuer.token(
                name + "@example.org",
                roles,
                roles.isEmpty() ? List.of(name) : List.of(),
                Instant.now().plus(TOKENS_LAST));
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        try (exchange) {
            var bytes = text.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** What is embedded listens on loopback only: other containers come in through this. */
    private static void forward(int from, int to) throws IOException {
        var door = new ServerSocket(from);
        Thread.ofPlatform().start(() -> {
            while (true) {
                try {
                    var outside = door.accept();
                    var inside = new Socket(InetAddress.getLoopbackAddress(), to);
                    outside.setTcpNoDelay(true);
                    inside.setTcpNoDelay(true);
                    Thread.ofVirtual().start(() -> copy(outside, inside));
                    Thread.ofVirtual().start(() -> copy(inside, outside));
                } catch (IOException refused) {
                    System.err.println("not forwarded: " + refused);
                }
            }
        });
    }

    private static void copy(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException closed) {
            // by either side: the other is closed with it
        }
    }
}
