package se.foreningstorget.register;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static se.foreningstorget.eventkit.testing.RunningService.editorOf;
import static se.foreningstorget.eventkit.testing.RunningService.token;
import static se.foreningstorget.register.LeadCalls.DESK;
import static se.foreningstorget.register.LeadCalls.LEADS;
import static se.foreningstorget.register.LeadCalls.reachable;
import static se.foreningstorget.register.LeadCalls.texts;
import static se.foreningstorget.register.LeadCalls.wish;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.foreningstorget.eventkit.testing.RunningService;
import se.foreningstorget.eventkit.web.Role;

/** Who may see a lead, and who may do something with it. */
@ExtendWith(TheService.class)
class LeadAccessTest {
    private final RunningService service;
    private final LeadCalls leads;

    LeadAccessTest(RunningService service) {
        this.service = service;
        this.leads = new LeadCalls(service);
    }

    @Test
    void withoutTheKeyThereIsNothing() {
        var key = leads.leave("locked", wish("Jag vill måla")).json().get("receiptKey").asString();
        leads.association("locked-a", reachable("locked-a"));
        leads.forward("locked", "locked-a");
        var path = LEADS + "locked";
        var at = path + "/forwards/locked-a";
        for (var wrong :
                List.of("", "x", key.substring(1) + "0", leads.keyOf("locked", "locked-a"))) {
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
        var seen =
                requireNonNull(
                        leads.leave("listed", wish("Jag vill spela dragspel")).header("Seen"));
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
}
