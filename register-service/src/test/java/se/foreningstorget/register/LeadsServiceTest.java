package se.foreningstorget.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.foreningstorget.eventkit.testing.RunningService.editorOf;
import static se.foreningstorget.register.LeadCalls.DESK;
import static se.foreningstorget.register.LeadCalls.LEADS;
import static se.foreningstorget.register.LeadCalls.reachable;
import static se.foreningstorget.register.LeadCalls.texts;
import static se.foreningstorget.register.LeadCalls.wish;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.foreningstorget.eventkit.testing.RunningService;

/** A lead's way as the resident, the volunteer centre and the associations meet it. */
@ExtendWith(TheService.class)
class LeadsServiceTest {
    private final RunningService service;
    private final LeadCalls leads;

    LeadsServiceTest(RunningService service) {
        this.service = service;
        this.leads = new LeadCalls(service);
    }

    @Test
    void theWalkFromWishToWelcome() {
        leads.association("walk-a", reachable("walk-a"));
        leads.association("walk-b", reachable("walk-b"));
        var left = leads.leave("walk", wish("Jag vill sjunga i kör")).json();
        var key = left.get("receiptKey").asString();
        assertThat(left.get("number").asString()).matches("[0-9]{3}-[0-9]{3}");
        assertThat(left.get("status").asString()).isEqualTo("waiting");

        var forwarded = leads.forward("walk", "walk-a", "walk-b");
        assertThat(forwarded.status()).as(forwarded.raw().body()).isEqualTo(200);
        assertThat(forwarded.json().get("status").asString()).isEqualTo("forwarded");
        assertThat(leads.forward("walk", "walk-a").status()).isEqualTo(200);

        var a = LEADS + "walk/forwards/walk-a";
        var read = service.get(a, null, "Lead-Key", leads.keyOf("walk", "walk-a"));
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.json().get("lead").get("wish").asString())
                .isEqualTo("Jag vill sjunga i kör");
        assertThat(read.json().get("lead").get("resident").get("email").asString())
                .isEqualTo("alma@example.org");
        var full = Map.of("answer", "full", "message", "Försök igen i höst.");
        var answer =
                service.put(a + "/answer", null, full, "Lead-Key", leads.keyOf("walk", "walk-a"));
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
                            .doesNotContain(leads.keyOf("walk", "walk-a"))
                            .doesNotContain(key);
                });
    }

    @Test
    void theSameWishAgainGetsTheSameReceipt() {
        var first = leads.leave("again", wish("Jag vill dansa"));
        var second = service.put(LEADS + "again", null, wish("Jag vill dansa"));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
        var another = service.put(LEADS + "again", null, wish("Jag vill sy"));
        assertThat(another.status()).isEqualTo(409);
        assertThat(another.json().get("code").asString()).isEqualTo("id-in-use");
        assertThat(another.raw().body()).doesNotContain(first.json().get("receiptKey").asString());
    }

    @Test
    void someoneOnTheTelephoneIsHelpedAllTheWay() {
        leads.association("phone-a", reachable("phone-a"));
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
        leads.forward("phone", "phone-a");
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
        leads.association("back-a", reachable("back-a"));
        var key = leads.leave("back", wish("Jag vill simma")).json().get("receiptKey").asString();
        leads.forward("back", "back-a");
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
        leads.leave("nowhere", wish("Jag vill fiska"));
        leads.association("silent", Map.of());
        leads.association(
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
                    var refused = leads.forward("nowhere", association);
                    assertThat(refused.status()).isEqualTo(409);
                    assertThat(refused.json().get("code").asString()).isEqualTo(code);
                    assertThat(refused.json().get("detail").asString())
                            .doesNotStartWith("problem.");
                });
        assertThat(service.get(LEADS + "nowhere", DESK).json().get("forwards").isEmpty()).isTrue();
    }

    @Test
    void suggestionsSayWhyAndLeaveOutTheCity() {
        leads.association(
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
        leads.association("sugg-unit", Map.of("kind", "city-unit", "tags", List.of("choir")));
        var seen = leads.association("sugg-silent", Map.of("tags", List.of("choir")));
        service.get("/api/register/v1/associations?limit=1", null, "Seen", seen);
        leads.leave("sugg", wish("Jag skulle vilja sjunga i en kör"));
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
        var reply = leads.leave("masked", wish("Jag heter Alma 811218-9876 och vill sjunga"));
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
}
