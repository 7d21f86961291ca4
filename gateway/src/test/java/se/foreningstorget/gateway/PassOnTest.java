package se.foreningstorget.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static se.foreningstorget.gateway.RunningDoor.header;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and answers pass as they are. */
class PassOnTest {
    private static Behind venue;
    private static Behind web;
    private static RunningDoor door;

    @BeforeAll
    static void open() {
        venue = Behind.answering(PassOnTest::answer);
        web = Behind.answering(PassOnTest::answer);
        door = RunningDoor.to("venue=" + venue.uri(), "web=" + web.uri());
    }

    @AfterAll
    static void close() {
        door.close();
        venue.close();
        web.close();
    }

    private static void answer(HttpExchange exchange) throws IOException {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/venue/v1/L%C3%A5ngholmen%20s%C3%B6dra?q=%C3%A5%C3%A4%C3%B6+x%20y&q=&flag&z=%2F%26",
                "/api/venue/v1/a+b,c:d@e!$&'()*=~/?&&a==b",
                "/api/venue/v1/100%25?p=100%25%252F",
            })
    void pathAndQueryArriveAsTheyWereSent(String address) {
        var reply =
                door.raw("GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(reply).startsWith("HTTP/1.1 200");
        assertThat(venue.last().uri()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void aBodyArrivesAsItWasSent(String method) {
        var body = "{\"namn\":\"Blåsorkestern Ängsö – 🎺\"}";
        door.send(
                method,
                "/api/venue/v1/x",
                BodyPublishers.ofString(body),
                "Content-Type",
                "application/json;x=1");
        assertThat(venue.last().method()).isEqualTo(method);
        assertThat(venue.last().text()).isEqualTo(body);
        assertThat(venue.last().header("content-type")).isEqualTo("application/json;x=1");
        assertThat(venue.last().header("content-length"))
                .isEqualTo("" + body.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void aFormArrivesAsItWasSent() {
        var form = "b=2&a=1+%C3%A5&b=&a=%20";
        door.send(
                "POST",
                "/api/venue/v1/x?a=0",
                BodyPublishers.ofString(form),
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(venue.last().text()).isEqualTo(form);
        assertThat(venue.last().uri()).isEqualTo("/api/venue/v1/x?a=0");
        door.send(
                "PUT",
                "/x",
                BodyPublishers.ofString(form),
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(web.last().text()).isEqualTo(form);
    }

    @Test
    void partsAndBytesArriveAsTheyWereSent() {
        var bytes = new byte[900_000];
        new Random(1).nextBytes(bytes);
        var start =
                "--grans\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"ö.png\"\r\n\r\n";
        var end = "\r\n--grans--\r\n";
        var body = new java.io.ByteArrayOutputStream();
        body.writeBytes(start.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes(end.getBytes(StandardCharsets.UTF_8));
        door.send(
                "POST",
                "/api/venue/v1/x",
                BodyPublishers.ofByteArray(body.toByteArray()),
                "Content-Type",
                "multipart/form-data; boundary=grans");
        assertThat(venue.last().body()).isEqualTo(body.toByteArray());
        assertThat(venue.last().header("content-type"))
                .isEqualTo("multipart/form-data; boundary=grans");
    }

    @Test
    void aBodyOfUnsaidLengthArrivesWhole() {
        var bytes = new byte[300_000];
        new Random(2).nextBytes(bytes);
        door.send(
                "POST",
                "/api/venue/v1/x",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
        assertThat(venue.last().body()).isEqualTo(bytes);
        assertThat(venue.last().header("transfer-encoding")).isEqualTo("chunked");
    }

    @Test
    void anAnswerWithoutBodyStaysWithout() {
        var reply = door.get("/api/venue/v1/empty");
        assertThat(reply.statusCode()).isEqualTo(204);
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void whatIsUnchangedIsSaidToBeUnchangedByTheServiceOnly() {
        var first = door.get("/api/venue/v1/tagged");
        assertThat(first.body()).isEqualTo("tagged");
        assertThat(header(first, "ETag")).isEqualTo("\"7\"");
        var second = door.get("/api/venue/v1/tagged", "If-None-Match", "\"7\"");
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(header(second, "ETag")).isEqualTo("\"7\"");
        assertThat(second.body()).isEmpty();
        assertThat(door.get("/api/venue/v1/tagged", "If-None-Match", "\"6\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void anAnswerInPiecesArrivesWhole() {
        var reply = door.get("/api/venue/v1/chunked");
        assertThat(reply.body()).startsWith("åäö000;").endsWith("åäö999;").hasSize(7_000);
    }

    @Test
    void aHeadIsAnsweredLikeAGetWithoutItsBody() {
        var reply = door.send("HEAD", "/api/venue/v1/x", BodyPublishers.noBody());
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(venue.last().method()).isEqualTo("HEAD");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 409, 412, 500, 502, 503})
    void aServicesOwnErrorIsPassedBack(int status) {
        var reply = door.get("/api/venue/v1/problem?" + status, "Accept", "text/html");
        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(reply.body()).isEqualTo("{\"code\":\"its-own\"}");
        assertThat(header(reply, "Retry-After")).isEqualTo("9");
        assertThat(header(reply, "Content-Type")).isEqualTo("application/problem+json");
        var bare = door.get("/api/venue/v1/bare?" + status);
        assertThat(bare.statusCode()).isEqualTo(status);
        assertThat(bare.body()).isEmpty();
    }

    @Test
    void cookiesAndTokensPassBothWaysAndHeadersOfOneConnectionDoNot() {
        var reply =
                door.get(
                        "/api/venue/v1/cookies",
                        "Cookie",
                        "s=1; t=2",
                        "Authorization",
                        "Bearer abc",
                        "Accept-Encoding",
                        "gzip");
        assertThat(venue.last().header("cookie")).isEqualTo("s=1; t=2");
        assertThat(venue.last().header("authorization")).isEqualTo("Bearer abc");
        assertThat(venue.last().header("accept-encoding")).isEqualTo("gzip");
        assertThat(reply.headers().allValues("Set-Cookie"))
                .containsExactly("a=1; Path=/", "b=2; HttpOnly");
        assertThat(header(reply, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(reply, "X-Secret-Hop")).isEmpty();
        assertThat(reply.body()).isEqualTo("not really gzip");
    }

    @Test
    void securityHeadersAreSetWhereTheServiceSetNone() {
        var page = door.get("/page");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(page, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(page, "Content-Security-Policy"))
                .startsWith("default-src 'self'")
                .doesNotContain("unsafe");
        assertThat(header(door.get("/cookies"), "X-Frame-Options")).isEqualTo("SAMEORIGIN");
        assertThat(header(door.get("/x"), "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(door.get("/x"), "Content-Security-Policy")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://BEHIND/sida?a=1,/sida?a=1",
        "/sida,/sida",
        "https://example.org/x,https://example.org/x"
    })
    void aRedirectNeverLeadsPastTheDoor(String said, String arrived) {
        var location = said.replace("BEHIND", "127.0.0.1:" + web.port());
        assertThat(header(door.get("/away?" + location), "Location")).isEqualTo(arrived);
    }

    @Test
    void whereARequestCameFromIsSaidByTheDoor() {
        door.raw(
                """
                GET /api/venue/v1/x HTTP/1.1\r
                Host: torget.example.org\r
                X-Forwarded-For: 6.6.6.6\r
                X-Forwarded-Proto: https\r
                X-Forwarded-Host: evil.example.org\r
                X-Forwarded-Prefix: /evil\r
                X-Forwarded-Port: 666\r
                Forwarded: for=6.6.6.6\r
                X-Real-IP: 6.6.6.6\r
                X-Mine: kept\r
                X-Hop: dropped\r
                Keep-Alive: timeout=5\r
                TE: trailers\r
                Upgrade: websocket\r
                Proxy-Authorization: Basic eDp5\r
                Connection: close, X-Hop, upgrade\r
                \r
                """);
        var got = venue.last();
        assertThat(got.header("x-forwarded-for")).isEqualTo("127.0.0.1");
        assertThat(got.header("x-forwarded-proto")).isEqualTo("http");
        assertThat(got.header("x-forwarded-host")).isEqualTo("torget.example.org");
        assertThat(got.header("host")).isEqualTo("torget.example.org");
        assertThat(got.header("x-mine")).isEqualTo("kept");
        assertThat(got.headers().keySet())
                .doesNotContain(
                        "x-forwarded-prefix",
                        "x-forwarded-port",
                        "forwarded",
                        "x-real-ip",
                        "x-hop",
                        "keep-alive",
                        "te",
                        "upgrade",
                        "proxy-authorization",
                        "http2-settings");
        assertThat(got.header("connection")).isIn("", "keep-alive");
    }

    @Test
    void aTraceIsContinuedOrBegun() {
        var trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        door.get("/api/venue/v1/x", "traceparent", trace);
        assertThat(venue.last().header("traceparent")).isEqualTo(trace);
        door.get("/api/venue/v1/x");
        assertThat(venue.last().header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        door.get("/api/venue/v1/x", "traceparent", "nonsense");
        assertThat(venue.last().header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }
}
