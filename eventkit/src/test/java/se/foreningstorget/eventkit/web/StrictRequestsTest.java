package se.foreningstorget.eventkit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service would not understand is refused and named, never passed over. */
class StrictRequestsTest {
    private static final String THINGS = "/api/tiny/v1/things";
    private static TinyService service;

    @BeforeAll
    static void open() {
        service = new TinyService();
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void anUnknownParameterIsNamedAndSoAreTheKnown() {
        var reply = service.get(THINGS + "?frm=2026-01-01&limit=3");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("unknown-parameter");
        assertThat(reply.detail())
                .isEqualTo(
                        "Parametern \"frm\" känner vi inte till. Kontrollera stavningen. "
                                + "Här finns: cursor, from, kind, limit, open-to-all, q, status.");
        var none = service.get(THINGS + "/a?x=1", "Accept-Language: en");
        assertThat(none.detail())
                .isEqualTo(
                        "We do not know the parameter \"x\". Check the spelling. "
                                + "There are no parameters here.");
        for (var named :
                new String[] {
                    "?Limit=3", "?=3", "?openToAll=true", "?page.q=x", "?limit%5B0%5D=3"
                }) {
            assertThat(service.get(THINGS + named).code()).as(named).isEqualTo("unknown-parameter");
        }
        assertThat(service.ask("HEAD " + THINGS + "?frm=1 HTTP/1.1", new byte[0]).status())
                .isEqualTo(400);
        assertThat(service.ask("DELETE " + THINGS + "/a?force=1 HTTP/1.1", new byte[0]).code())
                .isEqualTo("unknown-parameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                THINGS,
                THINGS + "?",
                THINGS + "?&",
                THINGS + "?q=a&limit=3&cursor=&kind=scheduled&from=2026-01-01",
                THINGS + "?status=scheduled&status=cancelled&open-to-all=true&open%2dto-all=false",
                THINGS + "?status=&open-to-all=&q",
                THINGS + ".ics?frm=1&_=7",
                "/elsewhere?frm=1",
                "/api/tiny/v1/anything?frm=1",
            })
    void whatIsKnownOrNotForUsToJudgeIsTaken(String address) {
        assertThat(service.get(address).status()).as(service.get(address).body()).isEqualTo(200);
    }

    @Test
    void theFieldsOfAFormAreNoParametersOfTheAddress() {
        var form = "word=a&more=b".getBytes(StandardCharsets.UTF_8);
        var reply =
                service.ask(
                        "POST /api/tiny/v1/form HTTP/1.1",
                        form,
                        "Content-Type: application/x-www-form-urlencoded",
                        "Content-Length: " + form.length);
        assertThat(reply.body()).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=abc|invalid-fields|limit",
                "limit=0|invalid-fields|limit",
                "limit=99999999999|invalid-fields|limit",
                "from=garbage|wrong-type|from",
                "from=2026-02-30|wrong-type|from",
                "kind=nonsense|invalid-fields|kind",
                "status=scheduled&status=nonsense|invalid-fields|status",
                "status=SCHEDULED|invalid-fields|status",
                "open-to-all=maybe|invalid-fields|open-to-all",
            })
    void aValueThatCannotBeIsRefusedByItsParametersName(String query, String code, String name) {
        var reply = service.get(THINGS + "?" + query, "Accept-Language: en");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(code);
        if (code.equals("wrong-type")) {
            assertThat(reply.detail()).contains("\"" + name + "\"");
        } else {
            assertThat(reply.json().at("/errors/0/field").asString()).startsWith(name);
        }
    }

    @Test
    void aValueThatIsNoneOfTheKnownIsToldThem() {
        var reply = service.get(THINGS + "?status=nonsense");
        assertThat(reply.json().at("/errors/0/text").asString())
                .isEqualTo("ska vara något av: scheduled, cancelled");
    }

    @Test
    void aBodyInAnEncodingIsRefusedAndNotReadAsGarbage() throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(zipped)) {
            zip.write("{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_8));
        }
        for (var encoding : new String[] {"gzip", "br", "x", "identity, gzip"}) {
            var reply = service.put(zipped.toByteArray(), "Content-Encoding: " + encoding);
            assertThat(reply.status()).isEqualTo(415);
            assertThat(reply.code()).isEqualTo("unsupported-encoding");
            assertThat(reply.isProblem()).isTrue();
        }
        assertThat(service.put("{\"name\":\"a\"}", "Content-Encoding: identity").status())
                .isEqualTo(200);
        assertThat(
                        service.put(
                                        zipped.toByteArray(),
                                        "Content-Encoding: identity",
                                        "Content-Encoding: gzip")
                                .status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/xml",
                "garbage",
                "*/*",
                "",
                "application/json/json",
            })
    void aBodyThatIsNoJsonByItsTypeIs415(String type) {
        var reply = service.put("{\"name\":\"a\"}", "Content-Type: " + type);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(415);
        assertThat(reply.code()).isEqualTo("send-json");
    }

    @Test
    void aNameIsOnOneLine() {
        for (var broken : new String[] {"a\\nb", "a\\r\\nb", "a\\rb", "a\\u2028b", "a\\u2029b"}) {
            var name = service.put("{\"name\":\"" + broken + "\"}", "Accept-Language: en");
            assertThat(name.status()).isEqualTo(400);
            assertThat(name.json().at("/errors/0/field").asString()).isEqualTo("name");
            assertThat(name.json().at("/errors/0/text").asString())
                    .isEqualTo("must be on one line");
            var list = service.put("{\"name\":\"a\",\"lines\":[\"a\",\"" + broken + "\"]}");
            assertThat(list.json().at("/errors/0/field").asString()).isEqualTo("lines[1]");
            assertThat(list.json().at("/errors/0/text").asString())
                    .isEqualTo("ska stå på en enda rad");
        }
        assertThat(service.put("{\"name\":\" Kören på Berget \\n\"}").status()).isEqualTo(200);
    }
}
