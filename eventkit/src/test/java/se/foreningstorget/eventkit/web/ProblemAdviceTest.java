package se.foreningstorget.eventkit.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.mongodb.MongoTimeoutException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.eventkit.EventkitSettings;
import se.foreningstorget.eventkit.Outcome;
import se.foreningstorget.eventkit.Rejection;
import se.foreningstorget.eventkit.Stored;
import se.foreningstorget.eventkit.TooLarge;
import se.foreningstorget.eventkit.TryLater;

/** One request for each status a service can answer, and what the reader is told. */
@WebMvcTest(
        controllers = ProblemAdviceTest.Everything.class,
        properties = "spring.application.name=eventkit")
class ProblemAdviceTest {
    @SpringBootConfiguration
    @EnableConfigurationProperties(EventkitSettings.class)
    @Import({WebConfiguration.class, Everything.class})
    static class Slice {}

    enum Reason implements Rejection {
        ID_IN_USE
    }

    @RestController
    static class Everything {
        private final Replies replies;

        Everything(Replies replies) {
            this.replies = replies;
        }

        record Body(@NotBlank @Size(max = 5) String name, @Nullable Integer number) {}

        @GetMapping("/things/{what}")
        ResponseEntity<Object> thing(@PathVariable String what, Caller caller) {
            return switch (what) {
                case "found" ->
                        replies.found(new Stored<>("found", new Body("a", 1), 7), body -> body);
                case "refused" -> replies.of(new Outcome.Refused<Body>(Reason.ID_IN_USE), b -> b);
                case "stale" -> replies.of(new Outcome.Stale<Body>(), b -> b);
                case "busy" -> throw new TryLater("busy", "test", null);
                case "store-away" -> throw new MongoTimeoutException("test");
                case "large" -> throw new TooLarge("test");
                case "bug" -> throw new IllegalStateException("a secret of the inside");
                case "sign-in" -> {
                    caller.mustBe(Role.STAFF);
                    yield ResponseEntity.ok().build();
                }
                default -> throw Problem.notFound();
            };
        }

        @PutMapping("/things/{id}")
        Body put(@PathVariable AssociationId id, @Valid @RequestBody Body body) {
            return body;
        }

        @GetMapping("/numbers")
        int number(@RequestParam @Max(3) int n) {
            return n;
        }
    }

    @Autowired MockMvc mvc;

    @Test
    void aFoundThingHasItsTagAndWhatWasSeen() throws Exception {
        mvc.perform(get("/things/found"))
                .andExpect(status().isOk())
                .andExpect(header().string("Seen", "found@7"))
                .andExpect(header().exists("ETag"));
    }

    @Test
    void aRefusalIs409WithItsCodeAndReasonInTheReadersLanguage() throws Exception {
        mvc.perform(get("/things/refused"))
                .andExpect(status().isConflict())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("code").value("id-in-use"))
                .andExpect(jsonPath("detail").value(containsString("Välj ett nytt")));
        mvc.perform(get("/things/refused").header("Accept-Language", "en-GB,en;q=0.8"))
                .andExpect(header().string("Content-Language", "en"))
                .andExpect(jsonPath("detail").value(containsString("Choose another")));
        mvc.perform(get("/things/refused").header("Accept-Language", "fi"))
                .andExpect(header().string("Content-Language", "sv"));
    }

    @Test
    void aStaleTagIs412() throws Exception {
        expect("stale", 412, "changed-meanwhile");
    }

    @Test
    void whatIsAwayIs503WithWhenToComeBack() throws Exception {
        expect("busy", 503, "busy");
        expect("store-away", 503, "store-away");
        mvc.perform(get("/things/busy")).andExpect(header().string("Retry-After", "2"));
    }

    @Test
    void whatIsTooLargeIs413() throws Exception {
        expect("large", 413, "too-large");
    }

    @Test
    void nobodySignedInIs401() throws Exception {
        expect("sign-in", 401, "sign-in-needed");
    }

    @Test
    void anUnknownThingOrAddressIs404() throws Exception {
        expect("none", 404, "not-found");
        mvc.perform(get("/nowhere"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("code").value("not-found"));
    }

    @Test
    void aBugIs500AndTellsNothingOfTheInside() throws Exception {
        mvc.perform(get("/things/bug"))
                .andExpect(status().isInternalServerError())
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("secret"))));
    }

    @Test
    void theWrongMethodOrTypeIsSaid() throws Exception {
        mvc.perform(post("/things/a"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(header().exists("Allow"));
        mvc.perform(put("/things/a").contentType(MediaType.TEXT_PLAIN).content("x"))
                .andExpect(status().isUnsupportedMediaType());
        mvc.perform(put("/things/a").contentType("*/*").content("x"))
                .andExpect(status().isUnsupportedMediaType());
    }

    @Test
    void whatCannotBeReadIs400AndNamesTheField() throws Exception {
        putJson("/things/a", "{\"name\":\"a\",\"other\":1}", "unknown-field", "other");
        putJson("/things/a", "{\"name\":\"a\",\"number\":\"many\"}", "wrong-type", "number");
        putJson("/things/a", "{\"name\":7}", "wrong-type", "name");
        putJson("/things/a", "{\"name\":\"a\\u0007\"}", "control-characters", "name");
        putJson("/things/a", "{\"name\":\"\\ud800\"}", "control-characters", "name");
        putJson("/things/a", "{\"name\":", "not-json", "");
        putJson("/things/a", "", "not-json", "");
        putJson("/things/a", "{\"name\":\"a\"} trailing", "not-json", "");
        putJson("/things/NO_ID", "{\"name\":\"a\"}", "wrong-type", "id");
        mvc.perform(get("/numbers?n=three")).andExpect(jsonPath("code").value("wrong-type"));
        mvc.perform(get("/numbers")).andExpect(jsonPath("code").value("missing-parameter"));
        mvc.perform(get("/numbers?n=4")).andExpect(jsonPath("code").value("invalid-fields"));
    }

    @Test
    void whatNobodyCanSeeIsNoName() throws Exception {
        mvc.perform(
                        put("/things/a")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"name\":\"\\u200b\"}"))
                .andExpect(jsonPath("code").value("invalid-fields"));
        putJson("/things/a", "{\"name\":\"\\u202eab\"}", "control-characters", "name");
    }

    @Test
    void onlyWhatIsSaidOutrightIsTaken() throws Exception {
        putJson("/things/a", "{\"name\":\"a\",\"name\":\"b\"}", "not-json", "");
        putJson("/things/a", "{\"name\":\"a\",\"number\":\"7\"}", "wrong-type", "number");
    }

    @Test
    void brokenUtf8IsRefused() throws Exception {
        var bytes = new byte[] {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xc3, '"', '}'};
        mvc.perform(put("/things/a").contentType(MediaType.APPLICATION_JSON).content(bytes))
                .andExpect(status().isBadRequest());
    }

    @Test
    void everyFieldThatIsWrongIsListed() throws Exception {
        mvc.perform(
                        put("/things/a")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"name\":\"much too long\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("code").value("invalid-fields"))
                .andExpect(jsonPath("errors[0].field").value("name"))
                .andExpect(
                        jsonPath("errors[0].text")
                                .value("ska ha 0 till 5 tecken (en lista: så många poster)"));
    }

    private void expect(String what, int status, String code) throws Exception {
        mvc.perform(get("/things/" + what))
                .andExpect(status().is(status))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("code").value(code));
    }

    private void putJson(String path, String json, String code, String named) throws Exception {
        mvc.perform(put(path).contentType(MediaType.APPLICATION_JSON).content(json))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("code").value(code))
                .andExpect(jsonPath("detail").value(containsString(named)));
    }
}
