package se.foreningstorget.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Plays the gateway's API from canned answers, and remembers what it was asked. */
final class PlayedApi implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Answer> special = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    record Answer(int status, String body, Map<String, String> headers) {}

    record Asked(
            String method, String path, String query, Map<String, String> headers, String body) {}

    PlayedApi() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers a method and path in another way than the canned one. */
    void answering(String request, int status, String body, Map<String, String> headers) {
        special.put(request, new Answer(status, body, headers));
    }

    void answering(String request, int status, String body) {
        answering(request, status, body, Map.of());
    }

    void forget() {
        special.clear();
        asked.clear();
    }

    Asked last(String method) {
        return asked.stream().filter(it -> it.method().equals(method)).toList().getLast();
    }

    List<Asked> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            var headers = new ConcurrentHashMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((name, value) -> headers.put(name, value.getFirst()));
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var method = exchange.getRequestMethod();
            asked.add(
                    new Asked(
                            method,
                            uri.getPath(),
                            uri.getQuery() == null ? "" : uri.getQuery(),
                            headers,
                            body));
            var answer = special.get(method + " " + uri.getPath());
            if (answer == null) {
                answer = canned(method, uri.getPath());
            }
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Answer canned(String method, String path) throws IOException {
        var name =
                path.replaceFirst("^/api/", "")
                        .replaceFirst("/v1/", "/")
                        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id")
                        .replaceAll("\\d{4}-\\d\\d-\\d\\d", "day")
                        .replace('/', '.');
        var file = "/api/" + (method.equals("GET") ? "" : method + ".") + name + ".json";
        try (var in = PlayedApi.class.getResourceAsStream(file)) {
            if (in == null) {
                return new Answer(
                        404, "{\"code\":\"not-found\",\"detail\":\"no " + file + "\"}", Map.of());
            }
            return new Answer(
                    200,
                    new String(in.readAllBytes(), StandardCharsets.UTF_8),
                    Map.of("Seen", "id@3", "ETag", "\"3\""));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
