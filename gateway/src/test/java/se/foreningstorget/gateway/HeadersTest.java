package se.foreningstorget.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static se.foreningstorget.gateway.RunningDoor.header;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which headers pass, and which the door sets. */
class HeadersTest {
    private static Behind venue;
    private static Behind web;
    private static RunningDoor door;

    @BeforeAll
    static void open() {
        venue = Behind.answering(ManyAnswers::answer);
        web = Behind.answering(ManyAnswers::answer);
        door = RunningDoor.to("venue=" + venue.uri(), "web=" + web.uri());
    }

    @AfterAll
    static void close() {
        door.close();
        venue.close();
        web.close();
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
