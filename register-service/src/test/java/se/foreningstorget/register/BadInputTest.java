package se.foreningstorget.register;

import static org.assertj.core.api.Assertions.assertThat;
import static se.foreningstorget.eventkit.testing.RunningService.editorOf;
import static se.foreningstorget.eventkit.testing.RunningService.token;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.foreningstorget.eventkit.testing.RunningService;
import se.foreningstorget.eventkit.web.LocalIssuer;
import se.foreningstorget.eventkit.web.Role;

/** What is sent wrongly is told in plain words, and nothing comes of it. */
@ExtendWith(TheService.class)
class BadInputTest {
    private static final String ASSOCIATION = "/api/register/v1/associations/bad-input";
    private static final String LEAD = "/api/register/v1/leads/bad-input";

    private final RunningService service;

    BadInputTest(RunningService service) {
        this.service = service;
    }

    static Stream<Arguments> associations() {
        return Stream.of(
                Arguments.of("{\"name\":\"A\",\"nick\":\"B\"}", "unknown-field"),
                Arguments.of("{\"name\":7}", "wrong-type"),
                Arguments.of("{\"name\":\"A\",\"tags\":\"choir\"}", "wrong-type"),
                Arguments.of("{\"name\":\"A\",\"kind\":\"guild\"}", "wrong-type"),
                Arguments.of("{\"name\":\"A\",\"beginnersWelcome\":\"kanske\"}", "wrong-type"),
                Arguments.of("{\"name\":\"A\\u0000\"}", "control-characters"),
                Arguments.of("{\"name\":\"A\"", "not-json"),
                Arguments.of("null", "not-json"),
                Arguments.of("{}", "invalid-fields"),
                Arguments.of("{\"name\":\"  \"}", "invalid-fields"),
                Arguments.of("{\"name\":\"" + "x".repeat(201) + "\"}", "invalid-fields"),
                Arguments.of(
                        "{\"name\":\"A\",\"description\":\"" + "x".repeat(10_001) + "\"}",
                        "invalid-fields"),
                Arguments.of("{\"name\":\"A\",\"tags\":[null]}", "invalid-fields"),
                Arguments.of("{\"name\":\"A\",\"tags\":[\"flying\"]}", "unknown-tag"),
                Arguments.of(
                        "{\"name\":\"A\",\"homepage\":\"javascript:alert(1)\"}", "invalid-fields"),
                Arguments.of("{\"name\":\"A\",\"contacts\":[null]}", "invalid-fields"),
                Arguments.of(
                        "{\"name\":\"A\",\"contacts\":[{\"name\":\"B\"}]}",
                        "contact-without-details"),
                Arguments.of(
                        "{\"name\":\"A\",\"contacts\":[{\"name\":\"B\",\"email\":\"b\"}]}",
                        "invalid-fields"),
                Arguments.of(
                        "{\"name\":\"A\",\"contacts\":[{\"name\":\"B\",\"phone\":\"ring\"}]}",
                        "invalid-fields"),
                Arguments.of("{\"name\":\"A\",\"description\":\"811218-9876\"}", "personal-number"),
                Arguments.of(
                        "{\"name\":\"A\",\"contacts\":[{\"name\":\"19811218-9876\","
                                + "\"phone\":\"042-105000\"}]}",
                        "personal-number"));
    }

    @ParameterizedTest
    @MethodSource("associations")
    void anAssociation(String body, String code) {
        isRefused(ASSOCIATION, token(Role.STAFF), body, code);
        assertThat(service.get(ASSOCIATION, null).status()).isEqualTo(404);
    }

    static Stream<Arguments> leads() {
        return Stream.of(
                Arguments.of("{\"wish\":\"W\",\"email\":\"a@example.org\"}", "agreement-needed"),
                Arguments.of(
                        "{\"wish\":\"W\",\"email\":\"a@example.org\",\"mayForward\":false}",
                        "agreement-needed"),
                Arguments.of("{\"wish\":\"W\",\"mayForward\":true}", "contact-needed"),
                Arguments.of(
                        "{\"wish\":\"W\",\"email\":\"\",\"phone\":\" \",\"mayForward\":true}",
                        "contact-needed"),
                Arguments.of("{\"phone\":\"042-105000\",\"mayForward\":true}", "invalid-fields"),
                Arguments.of(
                        "{\"wish\":\""
                                + "x".repeat(2_001)
                                + "\",\"phone\":\"042-105000\",\"mayForward\":true}",
                        "invalid-fields"),
                Arguments.of(
                        "{\"wish\":\"W\",\"email\":\"a@example.org\\nBcc: b@example.org\","
                                + "\"mayForward\":true}",
                        "invalid-fields"),
                Arguments.of(
                        "{\"wish\":\"W\",\"phone\":\"042-105000\",\"mayForward\":true,"
                                + "\"status\":\"answered\"}",
                        "unknown-field"),
                Arguments.of(
                        "{\"wish\":\"W\",\"phone\":42105000,\"mayForward\":true}", "wrong-type"),
                Arguments.of(
                        "{\"wish\":\"W\",\"phone\":\"042-105000\",\"language\":\"xx\","
                                + "\"mayForward\":true}",
                        "wrong-type"));
    }

    @ParameterizedTest
    @MethodSource("leads")
    void aLead(String body, String code) {
        isRefused(LEAD, null, body, code);
        assertThat(service.get(LEAD, token(Role.STAFF)).status()).isEqualTo(404);
    }

    @Test
    void anAnswerOrAForwardThatSaysNothing() {
        var desk = token(Role.VOLUNTEER_CENTRE);
        isRefused(LEAD + "/forwards", desk, "{\"associations\":[]}", "invalid-fields");
        isRefused(LEAD + "/forwards", desk, "{\"associations\":[null]}", "invalid-fields");
        isRefused(LEAD + "/forwards", desk, "{\"associations\":[\"NOT AN ID\"]}", "wrong-type");
        isRefused(LEAD + "/forwards/a/answer", desk, "{}", "invalid-fields");
        isRefused(LEAD + "/forwards/a/answer", desk, "{\"answer\":\"maybe\"}", "wrong-type");
    }

    @Test
    void anIdOfAnotherShape() {
        for (var id : List.of("Stor", "-a", "a_b", "x".repeat(65), "%C3%A5")) {
            for (var room : List.of("associations/", "leads/")) {
                var reply = service.get("/api/register/v1/" + room + id, token(Role.STAFF));
                assertThat(reply.status()).as(room + id).isEqualTo(400);
                assertThat(reply.json().get("code").asString()).isEqualTo("wrong-type");
            }
        }
    }

    @Test
    void aListAskedForWrongly() {
        var staff = token(Role.STAFF);
        for (var list : List.of("associations", "leads")) {
            var path = "/api/register/v1/" + list;
            assertThat(service.get(path + "?limit=0", staff).status()).isEqualTo(400);
            assertThat(service.get(path + "?limit=201", staff).status()).isEqualTo(400);
            assertThat(service.get(path + "?limit=many", staff).status()).isEqualTo(400);
            assertThat(service.get(path + "?q=" + "x".repeat(1_001), staff).status())
                    .isEqualTo(400);
            var cursor = service.get(path + "?cursor=nonsense", staff);
            assertThat(cursor.status()).isEqualTo(400);
            assertThat(cursor.json().get("code").asString()).isEqualTo("bad-cursor");
        }
        var tag = service.get("/api/register/v1/associations?tag=choir&tag=flying", null);
        assertThat(tag.status()).isEqualTo(400);
        assertThat(tag.json().get("code").asString()).isEqualTo("unknown-tag");
        assertThat(tag.json().get("detail").asString()).contains("flying");
        assertThat(service.get("/api/register/v1/associations?tag=&kind=", null).status())
                .isEqualTo(200);
    }

    @Test
    void aFilterThatCannotBe() {
        var staff = token(Role.STAFF);
        for (var filter :
                List.of(
                        "associations?kind=guild",
                        "leads?status=nonsense",
                        "leads?status=Waiting")) {
            var reply = service.get("/api/register/v1/" + filter, staff);
            assertThat(reply.status()).as(filter).isEqualTo(400);
            assertThat(reply.json().get("code").asString()).isEqualTo("invalid-fields");
            var error = reply.json().get("errors").get(0);
            var parameter = filter.substring(filter.indexOf('?') + 1, filter.indexOf('='));
            assertThat(error.get("field").asString()).startsWith(parameter);
            assertThat(error.get("text").asString())
                    .contains(parameter.equals("kind") ? "city-unit, council" : "forwarded");
        }
    }

    @Test
    void aForgedOrOldToken() {
        var forger = new LocalIssuer("https://issuer.example.org", "foreningstorget");
        var later = Instant.parse("2100-01-01T00:00:00Z");
        var forged = forger.token("someone", List.of(Role.STAFF), List.of(), later);
        var old =
                RunningService.issuer()
                        .token(
                                "someone",
                                List.of(Role.STAFF),
                                List.of(),
                                Instant.parse("2020-01-01T00:00:00Z"));
        for (var token : List.of(forged, old, "nonsense")) {
            var reply = service.put(ASSOCIATION, token, "{\"name\":\"A\"}");
            assertThat(reply.status()).isEqualTo(401);
            assertThat(service.get("/api/register/v1/leads", token).status()).isEqualTo(401);
        }
        assertThat(service.put(ASSOCIATION, editorOf("other"), "{\"name\":\"A\"}").status())
                .isEqualTo(403);
    }

    private void isRefused(String path, String token, String body, String code) {
        for (var language : List.of("sv", "en")) {
            var reply = service.send("PUT", path, token, body, "Accept-Language", language);
            assertThat(reply.status()).as(reply.raw().body()).isEqualTo(400);
            assertThat(reply.json().get("code").asString()).isEqualTo(code);
            assertThat(reply.json().get("detail").asString()).doesNotStartWith("problem.");
            assertThat(reply.raw().body()).doesNotContain("\"{");
        }
    }
}
