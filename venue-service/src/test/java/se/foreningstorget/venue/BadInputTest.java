package se.foreningstorget.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static se.foreningstorget.venue.Town.KOREN;
import static se.foreningstorget.venue.Town.booking;
import static se.foreningstorget.venue.Town.code;
import static se.foreningstorget.venue.Town.venue;
import static se.foreningstorget.venue.Town.wish;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.foreningstorget.eventkit.testing.Http.Reply;
import se.foreningstorget.eventkit.testing.RunningService;

/** Whatever is sent, the answer says what is wrong and nothing of our insides. */
@ExtendWith(TheService.class)
class BadInputTest {
    private static final int LIMIT = 262_144;

    private final RunningService service;
    private final String path;

    BadInputTest(RunningService service) {
        this.service = service;
        this.path = booking(venue(service, "fel"), "a");
    }

    static Stream<Arguments> badBodies() {
        return Stream.of(
                Arguments.of(with("\"colour\":\"red\""), "unknown-field"),
                Arguments.of(body("late", "20:00", "koren"), "wrong-type"),
                Arguments.of(body("18:00", "25:00", "koren"), "wrong-type"),
                Arguments.of(with("\"purpose\":7"), "wrong-type"),
                Arguments.of(with("\"purpose\":{\"a\":1}"), "wrong-type"),
                Arguments.of(with("\"purpose\":true"), "wrong-type"),
                Arguments.of(body("18:00", "20:00", "../koren"), "wrong-type"),
                Arguments.of("[]", "wrong-type"),
                Arguments.of("\"text\"", "wrong-type"),
                Arguments.of(body("20:00", "18:00", "koren"), "slot-ends-before-it-begins"),
                Arguments.of(body("18:00", "18:00", "koren"), "slot-ends-before-it-begins"),
                Arguments.of(body("18:00:30", "20:00", "koren"), "whole-minutes"),
                Arguments.of(body("18:00", "20:00:00.5", "koren"), "whole-minutes"),
                Arguments.of(with("\"purpose\":\"a\\u0000b\""), "control-characters"),
                Arguments.of(with("\"purpose\":\"a\\u001bb\""), "control-characters"),
                Arguments.of(with("\"purpose\":\"\\ud83d\""), "control-characters"),
                Arguments.of(with("\"purpose\":\"" + "x".repeat(501) + "\""), "invalid-fields"),
                Arguments.of("{}", "invalid-fields"),
                Arguments.of("", "not-json"),
                Arguments.of("null", "not-json"),
                Arguments.of("{\"from\":", "not-json"),
                Arguments.of("from=18:00", "not-json"));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void aBadBodyIsRefused(String body, String code) {
        var reply = service.put(path, KOREN, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(code(reply)).isEqualTo(code);
    }

    @Test
    void aFieldThatIsWrongIsNamed() {
        var unknown = service.put(path, KOREN, with("\"colour\":\"red\""));
        assertThat(unknown.json().get("detail").asString()).contains("colour");
        var missing = service.put(path, KOREN, "{}", "Accept-Language", "en").json();
        assertThat(missing.get("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("association", "from", "to");
        assertThat(missing.at("/errors/0/text").asString()).isEqualTo("is needed");
    }

    @Test
    void brokenUtf8IsNotJson() throws Exception {
        var bytes = with("\"purpose\":\"a?b\"").getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xC3;
        var reply = send(BodyPublishers.ofByteArray(bytes));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(code(reply)).isEqualTo("not-json");
    }

    @Test
    void tooMuchIsTooLargeSaidOrUnsaid() throws Exception {
        var large =
                with("\"purpose\":\"" + "x".repeat(LIMIT) + "\"").getBytes(StandardCharsets.UTF_8);
        var said = send(BodyPublishers.ofByteArray(large));
        assertThat(said.status()).as(said.raw().body()).isEqualTo(413);
        assertThat(code(said)).isEqualTo("too-large");
        var chunked = send(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));
        assertThat(chunked.status()).as(chunked.raw().body()).isEqualTo(413);
        assertThat(code(chunked)).isEqualTo("too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/STORA/days/2030-01-01",
                "/a_b/days/2030-01-01",
                "/-a/days/2030-01-01",
                "/%C3%A5/days/2030-01-01",
                "/fel/days/2030-02-30",
                "/fel/days/tomorrow",
                "/fel/days/2030-01-01/bookings/A"
            })
    void badIdsAndDaysAreRefused(String address) {
        var reply = service.get(Town.VENUES + address, Town.MANAGER);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(code(reply)).isEqualTo("wrong-type");
    }

    @ParameterizedTest
    @CsvSource({"q, 1001", "cursor, 2001"})
    void tooLongAQuestionIsRefused(String name, int length) {
        var reply = service.get(Town.VENUES + "?" + name + "=" + "x".repeat(length), null);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(code(reply)).isEqualTo("invalid-fields");
    }

    @Test
    void aFilterThatCannotBeIsNamedWithWhatItCan() {
        var reply = service.get(Town.VENUES + "?step-free=perhaps", null);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(code(reply)).isEqualTo("invalid-fields");
        var error = reply.json().get("errors").get(0);
        assertThat(error.get("field").asString()).startsWith("step-free");
        assertThat(error.get("text").asString()).contains("yes, no, unknown");
        assertThat(service.get(Town.VENUES + "?step-free=&type=", null).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=many", "capacity=large"})
    void numbersMustBeNumbersWithinBounds(String query) {
        var reply = service.get(Town.VENUES + "?" + query, null);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(code(reply)).isIn("invalid-fields", "wrong-type");
    }

    @Test
    void wrongMethodsAndFormatsAreTold() {
        var method = service.post(path, KOREN, wish("koren", "18:00", "20:00"));
        assertThat(method.status()).isEqualTo(405);
        assertThat(code(method)).isEqualTo("method-not-allowed");
        assertThat(method.header("Allow")).contains("PUT");
        var nothing = service.get("/api/venue/v1/nothing", null);
        assertThat(nothing.status()).as(nothing.raw().body()).isEqualTo(404);
        // refusing the answer's form would come after the work: it is JSON whatever is asked for
        var html = service.get(Town.VENUES + "/fel", null, "Accept", "text/html");
        assertThat(html.header("Content-Type")).startsWith("application/json");
    }

    private Reply send(BodyPublisher body) throws Exception {
        var request =
                HttpRequest.newBuilder(service.base().resolve(path))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + KOREN)
                        .PUT(body)
                        .build();
        try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var reply = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(reply.statusCode(), reply);
        }
    }

    private static String with(String more) {
        return body("18:00", "20:00", "koren").replace("}", "," + more + "}");
    }

    private static String body(String from, String to, String association) {
        return "{\"from\":\"%s\",\"to\":\"%s\",\"association\":\"%s\"}"
                .formatted(from, to, association);
    }
}
