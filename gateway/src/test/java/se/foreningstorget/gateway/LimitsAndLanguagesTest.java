package se.foreningstorget.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static se.foreningstorget.gateway.RunningDoor.header;
import static se.foreningstorget.gateway.RunningDoor.json;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not come in, and how it is said. */
class LimitsAndLanguagesTest {
    private static final int MOST = 1024 * 1024;
    private static Behind venue;
    private static RunningDoor door;

    @BeforeAll
    static void open() {
        venue = Behind.saying("venue");
        door = RunningDoor.to("venue=" + venue.uri());
    }

    @AfterAll
    static void close() {
        door.close();
        venue.close();
    }

    @Test
    void aBodyUpToTheLimitIsTaken() {
        assertThat(
                        door.send(
                                        "PUT",
                                        "/api/venue/v1/x",
                                        BodyPublishers.ofByteArray(new byte[MOST]))
                                .statusCode())
                .isEqualTo(200);
        assertThat(venue.last().body()).hasSize(MOST);
    }

    @Test
    void aLargerBodyIsRefusedWhetherItsLengthWasSaidOrNot() {
        int before = venue.count();
        var said =
                door.send("PUT", "/api/venue/v1/x", BodyPublishers.ofByteArray(new byte[MOST + 1]));
        var unsaid =
                door.send(
                        "PUT",
                        "/api/venue/v1/x",
                        BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(new byte[MOST + 1])));
        for (var reply : new java.net.http.HttpResponse<?>[] {said, unsaid}) {
            assertThat(reply.statusCode()).isEqualTo(413);
            assertThat(header(reply, "Content-Type")).isEqualTo("application/problem+json");
        }
        assertThat(json(unsaid).path("code").asString()).isEqualTo("too-large");
        assertThat(venue.count()).as("none arrived whole").isEqualTo(before);
    }

    @Test
    void refusedBodiesDoNotCountAgainstTheService() {
        for (int i = 0; i < 25; i++) {
            door.send(
                    "PUT",
                    "/api/venue/v1/x",
                    BodyPublishers.ofInputStream(
                            () -> new ByteArrayInputStream(new byte[MOST + 1])));
        }
        assertThat(door.get("/api/venue/v1/x").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|sv|Kalendern svarar",
                "sv-SE,sv;q=0.9,en;q=0.8|sv|Kalendern svarar",
                "en|en|The calendar does not",
                "en-GB,sv;q=0.5|en|The calendar does not",
                "so, en;q=0.7|en|The calendar does not",
                "ar|sv|Kalendern svarar",
                "!!|sv|Kalendern svarar",
            })
    void problemsAreSaidInTheReadersLanguage(String wished, String language, String start) {
        var reply =
                wished == null
                        ? door.get("/api/calendar/v1/x")
                        : door.get("/api/calendar/v1/x", "Accept-Language", wished);
        assertThat(json(reply).path("detail").asString()).startsWith(start);
        assertThat(header(reply, "Content-Language")).isEqualTo(language);
        assertThat(header(reply, "Vary")).contains("Accept-Language");
    }

    @Test
    void aBrowserGetsAPage() {
        var browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        var reply = door.get("/lokaler", "Accept", browser);
        assertThat(reply.statusCode()).isEqualTo(503);
        assertThat(header(reply, "Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(header(reply, "Retry-After")).isEqualTo("1");
        assertThat(header(reply, "Content-Security-Policy")).contains("default-src 'self'");
        assertThat(reply.body())
                .contains(
                        "<html lang=\"sv\">",
                        "<h1>Inte tillgängligt just nu</h1>",
                        "Webbplatsen svarar inte just nu.")
                .doesNotContain("style", "script");
        var english = door.get("/api/none", "Accept", browser, "Accept-Language", "en");
        assertThat(english.body()).contains("<html lang=\"en\">", "<h1>Not found</h1>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*/*", "application/json", "application/json, text/html;q=0.5", "nonsense"})
    void aProgramGetsAProblem(String accept) {
        assertThat(header(door.get("/api/none", "Accept", accept), "Content-Type"))
                .isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /{a HTTP/1.1|Host: x|400",
                "GET /%zz HTTP/1.1|Host: x|400",
                "GET / HTTP/1.1|Host: x@y|400",
                "GET / HTTP/1.1|Nothing: x|400",
                "TRACE / HTTP/1.1|Host: x|405",
                "CONNECT example.org:443 HTTP/1.1|Host: x|501",
                "FOO /x HTTP/1.1|Host: x|501",
                "FOO /api/venue/v1/x HTTP/1.1|Host: x|501",
                "F<O /x HTTP/1.1|Host: x|400",
                "GET /%2e%2e/x HTTP/1.1|Host: x|400",
                "GET //x HTTP/1.1|Host: x|400",
                "GET /a;b HTTP/1.1|Host: x|400",
                "GET /a%00b HTTP/1.1|Host: x|400",
                "GET /a\\b HTTP/1.1|Host: x|400",
                "GET /a%5cb HTTP/1.1|Host: x|400",
                "GET /x HTTP/9.9|Host: x|505",
                "GET / HTTP/1.1|Host: x;X-Long: LONG|431",
                "GET /LONG HTTP/1.1|Host: x|414",
                "GET /?q=LONG HTTP/1.1|Host: x|414",
                "GET / HTTP/1.1|Host: x;X-Long: LONGLONGLONGLONG|400",
                "GET /LONGLONGLONGLONG HTTP/1.1|Host: x|400",
                "POST /api HTTP/1.1|Host: x;Content-Length: many|400",
                "POST /api HTTP/1.1|Host: x;Transfer-Encoding: odd|501",
            })
    void whatTheWebServerRefusesIsAProblemToo(String first, String headers, String status) {
        var request =
                first + "\r\n" + headers.replace(";", "\r\n") + "\r\nConnection: close\r\n\r\n";
        var reply = door.raw(request.replace("LONG", "x".repeat(12_000)));
        assertThat(reply).matches("(?s)HTTP/1.1 " + status + " .*");
        assertThat(reply)
                .contains("application/problem+json", "\"type\":\"/problems/")
                .doesNotContain("our-fault", "Exception");
        assertThat(reply.contains("unknown-method"))
                .isEqualTo(status.equals("501") && !headers.contains("Encoding"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT example.org:443", "FOO /x", "PROPFIND /api/venue/v1/x"})
    void aMethodNobodyKnowsIsNotOurFault(String start) {
        var request = start + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
        assertThat(door.raw(request + "\r\n"))
                .contains("HTTP/1.1 501", "\"code\":\"unknown-method\"", "Metoden känner vi inte");
        assertThat(door.raw(request + "Accept-Language: en\r\n\r\n"))
                .contains("We do not know the method.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"POST /api", "DELETE /api/openapi.json", "TRACE /", "PUT /actuator/health"})
    void aWrongMethodIsToldTheRightOnes(String start) {
        var request = start + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        assertThat(door.raw(request))
                .contains("HTTP/1.1 405", "\"code\":\"method-not-allowed\"")
                .containsPattern("Allow: [A-Z, ]*GET");
    }

    @Test
    void everyTextExistsInBothLanguages() throws Exception {
        var swedish = new Properties();
        var english = new Properties();
        try (var sv = getClass().getResourceAsStream("/gateway-texts.properties");
                var en = getClass().getResourceAsStream("/gateway-texts_en.properties")) {
            swedish.load(sv);
            english.load(en);
        }
        assertThat(english.keySet()).isEqualTo(swedish.keySet());
        for (var fault : Fault.values()) {
            assertThat(swedish.keySet())
                    .contains("problem." + fault.code(), "status." + fault.status().value());
        }
    }
}
