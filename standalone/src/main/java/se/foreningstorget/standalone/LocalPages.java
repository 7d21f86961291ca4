package se.foreningstorget.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import se.foreningstorget.embedded.EmbeddedMailbox;
import se.foreningstorget.eventkit.web.LocalIssuer;

/**
 * What exists only here, on loopback: the mailbox to read, and a page to choose who to be. The
 * gateway routes to it as to any service.
 */
final class LocalPages implements AutoCloseable {
    static final List<String> PATHS = List.of("/sign-in/**", "/mailbox/**", "/sign-in", "/mailbox");

    private static final Pattern OURS =
            Pattern.compile("(?i)(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]+)?");

    private final HttpServer server;

    private LocalPages(HttpServer server) {
        this.server = server;
    }

    static LocalPages start(LocalIssuer issuer, Optional<EmbeddedMailbox> mailbox) {
        try {
            var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var server = HttpServer.create(here, 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            var signIn = new SignInPages(issuer);
            server.createContext("/sign-in", exchange -> answer(exchange, signIn));
            mailbox.map(MailboxPages::new)
                    .ifPresent(pages ->
                            server.createContext("/mailbox", exchange -> answer(exchange, pages)));
            server.start();
            return new LocalPages(server);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Answers what a request asks for. */
    @FunctionalInterface
    interface Pages {
        Answer to(Request request) throws IOException;
    }

    /**
     * A request.
     *
     * @param path below the pages' own root, without a slash before it
     */
    record Request(String method, String path, HttpExchange exchange) {
        String form() throws IOException {
            return new String(exchange.getRequestBody().readNBytes(10_000), StandardCharsets.UTF_8);
        }

        /** A name of elsewhere that was made to point here must not read what only we may. */
        boolean byOurName() {
            var host = exchange.getRequestHeaders().getFirst("Host");
            return host != null && OURS.matcher(host).matches();
        }

        /** Pages of elsewhere must not press our buttons. */
        boolean fromElsewhere() {
            var site = exchange.getRequestHeaders().getFirst("Sec-Fetch-Site");
            return site != null && !site.equals("same-origin") && !site.equals("none");
        }
    }

    /** What goes back. */
    record Answer(int status, String type, String body, List<String> headers) {
        static Answer html(String body) {
            return new Answer(200, "text/html; charset=utf-8", body, List.of());
        }

        static Answer json(String body) {
            return new Answer(200, "application/json", body, List.of());
        }

        static Answer text(int status, String body) {
            return new Answer(status, "text/plain; charset=utf-8", body, List.of());
        }

        static Answer redirect(String to, String... headers) {
            var all = new java.util.ArrayList<>(List.of("Location", to));
            all.addAll(List.of(headers));
            return new Answer(303, "text/plain", "", all);
        }
    }

    private static void answer(HttpExchange exchange, Pages pages) throws IOException {
        try (exchange) {
            var root = exchange.getHttpContext().getPath();
            var path = exchange.getRequestURI().getPath().substring(root.length());
            var request =
                    new Request(
                            exchange.getRequestMethod(),
                            path.startsWith("/") ? path.substring(1) : path,
                            exchange);
            var answer =
                    !request.byOurName()
                                    || request.method().equals("POST") && request.fromElsewhere()
                            ? Answer.text(403, "Only this site's own pages may ask for that.")
                            : pages.to(request);
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", answer.type());
            headers.set("Cache-Control", "no-store");
            for (int i = 0; i < answer.headers().size(); i += 2) {
                headers.add(answer.headers().get(i), answer.headers().get(i + 1));
            }
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
