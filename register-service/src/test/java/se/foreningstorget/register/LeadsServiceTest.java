package se.foreningstorget.register;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.foreningstorget.eventkit.testing.RunningService.editorOf;
import static se.foreningstorget.eventkit.testing.RunningService.token;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.foreningstorget.contracts.register.Forward;
import se.foreningstorget.contracts.register.Lead;
import se.foreningstorget.eventkit.Documents;
import se.foreningstorget.eventkit.testing.Http.Reply;
import se.foreningstorget.eventkit.testing.RunningService;
import se.foreningstorget.eventkit.web.Role;
import tools.jackson.databind.JsonNode;

/** A lead's way as the resident, the volunteer centre and the associations meet it. */
@ExtendWith(TheService.class)
class LeadsServiceTest {
    private static final String LEADS = "/api/register/v1/leads/";
    private static final String DESK = token(Role.VOLUNTEER_CENTRE);

    private final RunningService service;

    LeadsServiceTest(RunningService service) {
        this.service = service;
    }

    private static Map<String, Object> wish(String wish) {
        return Map.of(
                "wish", wish, "name", "Alma", "email", "alma@example.org", "mayForward", true);
    }

    private Reply leave(String id, Map<String, ?> body) {
        var reply = service.put(LEADS + id, null, body);
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(201);
        return reply;
    }

    private String association(String id, Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of("name", "Föreningen " + id));
        body.putAll(more);
        var reply = service.put("/api/register/v1/associations/" + id, token(Role.STAFF), body);
        assertThat(reply.status()).as(reply.raw().body()).isIn(200, 201);
        return requireNonNull(reply.header("Seen"));
    }

    private static Map<String, ?> reachable(String id) {
        return Map.of("contacts", List.of(Map.of("name", "Kontakt", "email", id + "@example.org")));
    }

    private Reply forward(String lead, String... associations) {
        return service.put(
                LEADS + lead + "/forwards", DESK, Map.of("associations", List.of(associations)));
    }

    /** No answer shows it: it goes with the event into the mail's link. */
    private String keyOf(String lead, String association) {
        var stored =
                requireNonNull(
                        service.bean(MongoDatabase.class)
                                .getCollection("leads")
                                .find(new Document("_id", lead))
                                .first());
        return Documents.read(stored.get("state"), Lead.class).forwards().stream()
                .filter(it -> it.association().value().equals(association))
                .map(Forward::key)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theWalkFromWishToWelcome() {
        association("walk-a", reachable("walk-a"));
        association("walk-b", reachable("walk-b"));
        var left = leave("walk", wish("Jag vill sjunga i kör")).json();
        var key = left.get("receiptKey").asString();
        assertThat(left.get("number").asString()).matches("[0-9]{3}-[0-9]{3}");
        assertThat(left.get("status").asString()).isEqualTo("waiting");

        var forwarded = forward("walk", "walk-a", "walk-b");
        assertThat(forwarded.status()).as(forwarded.raw().body()).isEqualTo(200);
        assertThat(forwarded.json().get("status").asString()).isEqualTo("forwarded");
        assertThat(forward("walk", "walk-a").status()).isEqualTo(200);

        var a = LEADS + "walk/forwards/walk-a";
        var read = service.get(a, null, "Lead-Key", keyOf("walk", "walk-a"));
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.json().get("lead").get("wish").asString())
                .isEqualTo("Jag vill sjunga i kör");
        assertThat(read.json().get("lead").get("resident").get("email").asString())
                .isEqualTo("alma@example.org");
        var full = Map.of("answer", "full", "message", "Försök igen i höst.");
        var answer = service.put(a + "/answer", null, full, "Lead-Key", keyOf("walk", "walk-a"));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(answer.json().get("status").asString()).isEqualTo("forwarded");
        assertThat(service.put(a + "/answer", editorOf("walk-a"), full).status()).isEqualTo(200);
        var other = service.put(a + "/answer", editorOf("walk-a"), Map.of("answer", "welcome"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().get("code").asString()).isEqualTo("answered-already");

        var welcome =
                service.put(
                        LEADS + "walk/forwards/walk-b/answer",
                        editorOf("walk-b"),
                        Map.of("answer", "welcome"));
        assertThat(welcome.json().get("status").asString()).isEqualTo("answered");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    var seen = service.get(LEADS + "walk", null, "Lead-Key", key);
                    assertThat(seen.status()).isEqualTo(200);
                    assertThat(texts(seen.json().get("history"), "type"))
                            .containsExactly(
                                    "lead-left",
                                    "lead-forwarded",
                                    "lead-answered",
                                    "lead-answered");
                    assertThat(seen.json().get("history").get(2).get("association").asString())
                            .isEqualTo("Föreningen walk-a");
                    assertThat(texts(seen.json().get("forwards"), "answer"))
                            .containsExactly("full", "welcome");
                    assertThat(seen.raw().body())
                            .doesNotContain("@example.org")
                            .doesNotContain(keyOf("walk", "walk-a"))
                            .doesNotContain(key);
                });
    }

    @Test
    void theSameWishAgainGetsTheSameReceipt() {
        var first = leave("again", wish("Jag vill dansa"));
        var second = service.put(LEADS + "again", null, wish("Jag vill dansa"));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
        var another = service.put(LEADS + "again", null, wish("Jag vill sy"));
        assertThat(another.status()).isEqualTo(409);
        assertThat(another.json().get("code").asString()).isEqualTo("id-in-use");
        assertThat(another.raw().body()).doesNotContain(first.json().get("receiptKey").asString());
    }

    @Test
    void withoutTheKeyThereIsNothing() {
        var key = leave("locked", wish("Jag vill måla")).json().get("receiptKey").asString();
        association("locked-a", reachable("locked-a"));
        forward("locked", "locked-a");
        var path = LEADS + "locked";
        var at = path + "/forwards/locked-a";
        for (var wrong : List.of("", "x", key.substring(1) + "0", keyOf("locked", "locked-a"))) {
            assertThat(service.get(path, null, "Lead-Key", wrong).status()).isEqualTo(404);
            assertThat(service.delete(path, null, "Lead-Key", wrong).status()).isEqualTo(404);
        }
        assertThat(service.get(path, null).status()).isEqualTo(404);
        assertThat(service.get(path, editorOf("locked-a")).status()).isEqualTo(404);
        assertThat(service.get(at, null).status()).isEqualTo(404);
        assertThat(service.get(at, null, "Lead-Key", key).status()).isEqualTo(404);
        assertThat(service.get(at, editorOf("another")).status()).isEqualTo(404);
        assertThat(service.get(at, token(Role.VENUE_MANAGER)).status()).isEqualTo(404);
        var answer = Map.of("answer", "full");
        assertThat(service.put(at + "/answer", null, answer).status()).isEqualTo(404);
        assertThat(service.put(at + "/answer", editorOf("another"), answer).status())
                .isEqualTo(404);
        assertThat(service.get(at, editorOf("locked-a")).status()).isEqualTo(200);
        assertThat(service.get(at, DESK).status()).isEqualTo(200);
    }

    @Test
    void onlyTheVolunteerCentreListsMatchesAndForwards() {
        var seen = requireNonNull(leave("listed", wish("Jag vill spela dragspel")).header("Seen"));
        for (var nobody : java.util.Arrays.asList(null, editorOf("x"), token(Role.VENUE_MANAGER))) {
            int refused = nobody == null ? 401 : 403;
            assertThat(service.get("/api/register/v1/leads", nobody).status()).isEqualTo(refused);
            assertThat(service.get(LEADS + "listed/suggestions", nobody).status())
                    .isEqualTo(refused);
            assertThat(
                            service.put(
                                            LEADS + "listed/forwards",
                                            nobody,
                                            Map.of("associations", List.of("x")))
                                    .status())
                    .isEqualTo(refused);
        }
        var number = service.get(LEADS + "listed", DESK).json().get("number").asString();
        for (var q : List.of("dragspel", number, number.replace("-", ""))) {
            var found =
                    service.get("/api/register/v1/leads?q=" + q + "&limit=200", DESK, "Seen", seen);
            assertThat(texts(found.json().get("items"), "id")).as(q).contains("listed");
        }
        var waiting =
                service.get("/api/register/v1/leads?status=waiting&limit=200", DESK, "Seen", seen);
        var item =
                waiting.json()
                        .get("items")
                        .valueStream()
                        .filter(it -> it.get("id").asString().equals("listed"))
                        .findFirst()
                        .orElseThrow();
        assertThat(item.get("resident").get("email").asString()).isEqualTo("alma@example.org");
        assertThat(item.get("tellByPhone").asBoolean()).isFalse();
        assertThat(item.has("history")).isFalse();
        assertThat(waiting.raw().body())
                .doesNotContain("receiptKey")
                .doesNotContain("contactEmail");
        assertThat(waiting.json().get("counts").get("status").get("waiting").asLong()).isPositive();
    }

    @Test
    void someoneOnTheTelephoneIsHelpedAllTheWay() {
        association("phone-a", reachable("phone-a"));
        var left =
                service.put(
                        LEADS + "phone",
                        DESK,
                        Map.of(
                                "wish",
                                "Jag vill vandra",
                                "phone",
                                "042-10 50 00",
                                "mayForward",
                                true));
        assertThat(left.status()).as(left.raw().body()).isEqualTo(201);
        forward("phone", "phone-a");
        var read = service.get(LEADS + "phone/forwards/phone-a", editorOf("phone-a")).json();
        assertThat(read.get("lead").get("resident").get("phone").asString())
                .isEqualTo("042-10 50 00");
        assertThat(service.get(LEADS + "phone", DESK).json().get("tellByPhone").asBoolean())
                .isTrue();
        var withdrawn = service.delete(LEADS + "phone", DESK);
        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(withdrawn.json().get("status").asString()).isEqualTo("withdrawn");
    }

    @Test
    void aWithdrawnLeadIsNotUsedAnyMore() {
        association("back-a", reachable("back-a"));
        var key = leave("back", wish("Jag vill simma")).json().get("receiptKey").asString();
        forward("back", "back-a");
        var back = service.delete(LEADS + "back", null, "Lead-Key", key);
        assertThat(back.status()).isEqualTo(200);
        assertThat(back.json().get("status").asString()).isEqualTo("withdrawn");
        assertThat(service.delete(LEADS + "back", null, "Lead-Key", key).status()).isEqualTo(200);
        var read = service.get(LEADS + "back/forwards/back-a", editorOf("back-a"));
        assertThat(read.json().get("status").asString()).isEqualTo("withdrawn");
        assertThat(read.raw().body()).doesNotContain("alma@").doesNotContain("Alma");
        var answer =
                service.put(
                        LEADS + "back/forwards/back-a/answer",
                        editorOf("back-a"),
                        Map.of("answer", "welcome"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("code").asString()).isEqualTo("lead-withdrawn");
    }

    @Test
    void itIsForwardedOnlyWhereItCanBeReadAndAnswered() {
        leave("nowhere", wish("Jag vill fiska"));
        association("silent", Map.of());
        association(
                "a-council",
                Map.of(
                        "kind",
                        "council",
                        "contacts",
                        List.of(Map.of("name", "K", "email", "k@example.org"))));
        Map.of(
                        "silent", "association-has-no-contact",
                        "a-council", "association-takes-no-leads",
                        "not-there", "association-unknown")
                .forEach((association, code) -> {
                    var refused = forward("nowhere", association);
                    assertThat(refused.status()).isEqualTo(409);
                    assertThat(refused.json().get("code").asString()).isEqualTo(code);
                    assertThat(refused.json().get("detail").asString())
                            .doesNotStartWith("problem.");
                });
        assertThat(service.get(LEADS + "nowhere", DESK).json().get("forwards").isEmpty()).isTrue();
    }

    @Test
    void suggestionsSayWhyAndLeaveOutTheCity() {
        association(
                "sugg-choir",
                Map.of(
                        "tags",
                        List.of("choir"),
                        "meets",
                        "tisdagar",
                        "area",
                        "Råå",
                        "beginnersWelcome",
                        true,
                        "contacts",
                        List.of(Map.of("name", "K", "email", "k@example.org"))));
        association("sugg-unit", Map.of("kind", "city-unit", "tags", List.of("choir")));
        var seen = association("sugg-silent", Map.of("tags", List.of("choir")));
        service.get("/api/register/v1/associations?limit=1", null, "Seen", seen);
        leave("sugg", wish("Jag skulle vilja sjunga i en kör"));
        var suggestions = service.get(LEADS + "sugg/suggestions", DESK).json().get("items");
        assertThat(texts(suggestions, "association"))
                .contains("sugg-choir", "sugg-silent")
                .doesNotContain("sugg-unit");
        suggestions
                .valueStream()
                .filter(it -> it.get("association").asString().startsWith("sugg"))
                .forEach(it -> {
                    boolean silent = it.get("association").asString().equals("sugg-silent");
                    assertThat(it.get("hasContact").asBoolean()).isEqualTo(!silent);
                    assertThat(it.get("reasons").isEmpty()).isFalse();
                    assertThat(it.get("summary").asString())
                            .isEqualTo(
                                    silent ? "kör" : "kör · tisdagar · Råå · nybörjare välkomna");
                });
        var english = service.get(LEADS + "sugg/suggestions", DESK, "Accept-Language", "en").json();
        assertThat(texts(english.get("items"), "summary"))
                .contains("choir · tisdagar · Råå · beginners welcome");
        assertThat(english.toString()).doesNotContain("@example.org");
    }

    @Test
    void aPersonalNumberIsMaskedAndTheLeadKept() {
        var reply = leave("masked", wish("Jag heter Alma 811218-9876 och vill sjunga"));
        assertThat(reply.json().get("masked").asBoolean()).isTrue();
        assertThat(reply.json().get("wish").asString())
                .isEqualTo("Jag heter Alma ******-**** och vill sjunga");
        assertThat(
                        service.put(
                                        LEADS + "masked",
                                        null,
                                        wish("Jag heter Alma 811218-9876 och vill sjunga"))
                                .status())
                .isEqualTo(200);
    }

    private static List<String> texts(JsonNode list, String field) {
        return list.valueStream().map(it -> it.get(field).asString()).toList();
    }
}
