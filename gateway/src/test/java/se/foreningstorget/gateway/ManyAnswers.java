package se.foreningstorget.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A service that answers by the last part of the path. */
final class ManyAnswers {
    private ManyAnswers() {}

    static void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var headers = exchange.getResponseHeaders();
        switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "empty" -> exchange.sendResponseHeaders(204, -1);
            case "tagged" -> {
                headers.set("ETag", "\"7\"");
                boolean same =
                        "\"7\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
                if (same) {
                    exchange.sendResponseHeaders(304, -1);
                } else {
                    Behind.say(exchange, 200, "tagged");
                }
            }
            case "chunked" -> {
                exchange.sendResponseHeaders(200, 0);
                for (int i = 0; i < 1_000; i++) {
                    exchange.getResponseBody()
                            .write("åäö%03d;".formatted(i).getBytes(StandardCharsets.UTF_8));
                }
            }
            case "problem" -> {
                headers.set("Content-Type", "application/problem+json");
                headers.set("Retry-After", "9");
                Behind.say(
                        exchange,
                        Integer.parseInt(exchange.getRequestURI().getQuery()),
                        "{\"code\":\"its-own\"}");
            }
            case "bare" ->
                    exchange.sendResponseHeaders(
                            Integer.parseInt(exchange.getRequestURI().getQuery()), -1);
            case "cookies" -> {
                headers.add("Set-Cookie", "a=1; Path=/");
                headers.add("Set-Cookie", "b=2; HttpOnly");
                headers.add("Connection", "X-Secret-Hop");
                headers.add("X-Secret-Hop", "1");
                headers.add("Content-Encoding", "gzip");
                headers.add("Content-Type", "text/html; charset=utf-8");
                headers.add("X-Frame-Options", "SAMEORIGIN");
                Behind.say(exchange, 200, "not really gzip");
            }
            case "page" -> {
                headers.add("Content-Type", "text/html;charset=utf-8");
                Behind.say(exchange, 200, "<p>hej</p>");
            }
            case "away" -> {
                headers.add("Location", exchange.getRequestURI().getQuery());
                exchange.sendResponseHeaders(302, -1);
            }
            default -> Behind.say(exchange, 200, "ok");
        }
    }
}
