package se.foreningstorget.eventkit.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What never reaches a controller is answered as everything else is: a problem, in two languages.
 */
class OddRequestsTest {
    private static final byte[] NOTHING = {};
    private static TinyService service;

    @BeforeAll
    static void open() {
        service = new TinyService();
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FOO /x HTTP/1.1|404|not-found",
                "FOO /api/tiny/v1/things HTTP/1.1|405|method-not-allowed",
                "PROPFIND /api/tiny/v1/things HTTP/1.1|405|method-not-allowed",
                "PATCH /api/tiny/v1/things HTTP/1.1|405|method-not-allowed",
                "TRACE /api/tiny/v1/things HTTP/1.1|405|method-not-allowed",
                "CONNECT example.org:443 HTTP/1.1|501|unknown-method",
                "CONNECT /x HTTP/1.1|501|unknown-method",
                "F<O /x HTTP/1.1|400|bad-request",
                "GET /%2e%2e/x HTTP/1.1|400|bad-request",
                "GET /a/../../x HTTP/1.1|400|bad-request",
                "GET //x HTTP/1.1|400|bad-request",
                "GET /a;b HTTP/1.1|400|bad-request",
                "GET /a%00b HTTP/1.1|400|bad-request",
                "GET /a%2fb HTTP/1.1|400|bad-request",
                "GET /a%5cb HTTP/1.1|400|bad-request",
                "GET /a\\b HTTP/1.1|400|bad-request",
                "GET /a%0ab HTTP/1.1|400|bad-request",
                "GET /%zz HTTP/1.1|400|bad-request",
                "GET /%ff HTTP/1.1|400|bad-request",
                "GET /{a} HTTP/1.1|400|bad-request",
                "GET x HTTP/1.1|400|bad-request",
                "GET /x HTTP/9.9|505|bad-request",
                "GET /error HTTP/1.1|404|not-found",
                "GET /nowhere HTTP/1.1|404|not-found",
                "GET /LONG HTTP/1.1|400|bad-request",
                "GET /api/tiny/v1/things?q=%ff HTTP/1.1|400|bad-encoding",
                "GET /api/tiny/v1/things?q=%zz HTTP/1.1|400|bad-encoding",
                "GET /api/tiny/v1/things?q={} HTTP/1.1|400|bad-request",
            })
    void anOddRequestIsAProblem(String line, String status, String code) {
        var swedish = service.ask(line.replace("LONG", "x".repeat(70_000)), NOTHING);
        assertThat(swedish.isProblem()).as(swedish.toString()).isTrue();
        assertThat(String.valueOf(swedish.status())).matches(status);
        assertThat(swedish.code()).matches(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET //x",
                "GET /a;b",
                "GET /%2e%2e/x",
                "GET /a%00b",
                "CONNECT /x",
                "FOO /x"
            })
    void itIsAProblemInTheReadersLanguageAndNeverAPage(String start) {
        var swedish = service.ask(start + " HTTP/1.1", NOTHING, "Accept: text/html");
        var english =
                service.ask(
                        start + " HTTP/1.1", NOTHING, "Accept: text/html", "Accept-Language: en");
        assertThat(swedish.isProblem()).as(swedish.toString()).isTrue();
        assertThat(english.isProblem()).as(english.toString()).isTrue();
        assertThat(english.head()).contains("Content-Language: en");
        assertThat(english.detail()).isNotEqualTo(swedish.detail());
        assertThat(english.json().path("title")).isNotEqualTo(swedish.json().path("title"));
    }

    @Test
    void headersTooLargeOrMalformedAreAProblem() {
        var large =
                service.ask(
                        "GET /x HTTP/1.1",
                        NOTHING,
                        "Accept-Language: en",
                        "X: " + "x".repeat(70_000));
        assertThat(large.isProblem()).as(large.toString()).isTrue();
        assertThat(large.status()).isEqualTo(400);
        for (var header : new String[] {"X Y: z", ": z", "Host: y", "Content-Length: many"}) {
            var malformed = service.ask("GET /x HTTP/1.1", NOTHING, header);
            assertThat(malformed.isProblem()).as(header + malformed).isTrue();
            assertThat(malformed.status()).isEqualTo(400);
        }
        var coding = service.ask("GET /x HTTP/1.1", NOTHING, "Transfer-Encoding: odd");
        assertThat(coding.status()).isEqualTo(501);
        assertThat(coding.code()).isEqualTo("bad-request");
        assertThat(coding.isProblem()).as(coding.toString()).isTrue();
    }

    @Test
    void everyWrongMethodIsToldTheRightOnes() {
        for (var method : new String[] {"FOO", "POST", "PATCH", "DELETE"}) {
            var reply = service.ask(method + " /api/tiny/v1/things HTTP/1.1", NOTHING);
            assertThat(reply.status()).isEqualTo(405);
            assertThat(reply.head()).contains("Allow: GET,HEAD,OPTIONS");
        }
        assertThat(service.ask("TRACE /api/tiny/v1/things HTTP/1.1", NOTHING).head())
                .contains("Allow:");
        assertThat(service.ask("POST /api/tiny/v1/things/a HTTP/1.1", NOTHING).head())
                .contains("Allow: DELETE,GET,HEAD,OPTIONS,PUT");
    }

    @Test
    void whatCanBeReadCanBeAskedForItsHeadAndItsMethods() {
        var head = service.ask("HEAD /api/tiny/v1/things HTTP/1.1", NOTHING);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        var methods = service.ask("OPTIONS /api/tiny/v1/things HTTP/1.1", NOTHING);
        assertThat(methods.status()).isEqualTo(200);
        assertThat(methods.head()).contains("Allow: GET,HEAD,OPTIONS");
        var preflight =
                service.ask(
                        "OPTIONS /api/tiny/v1/things HTTP/1.1",
                        NOTHING,
                        "Origin: https://elsewhere.example.org",
                        "Access-Control-Request-Method: GET");
        assertThat(preflight.head()).doesNotContain("Access-Control-Allow");
        assertThat(preflight.body()).as(preflight.toString()).isEmpty();
    }
}
