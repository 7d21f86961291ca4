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
import se.foreningstorget.eventkit.testing.Http.Reply;
import se.foreningstorget.eventkit.testing.RunningService;
import se.foreningstorget.eventkit.web.Role;

/** An association's editor sees what was forwarded to it, and answers without a link. */
@ExtendWith(TheService.class)
class AssociationLeadsTest {
    private final RunningService service;
    private final LeadCalls leads;

    AssociationLeadsTest(RunningService service) {
        this.service = service;
        this.leads = new LeadCalls(service);
    }

    @Test
    void anEditorListsAnswersAndSeesNothingOfWhatWasTakenBack() {
        leads.association("inbox", reachable("inbox"));
        leads.association("inbox-other", reachable("inbox-other"));
        leads.leave("inbox-1", wish("Jag vill jonglera"));
        var key =
                leads.leave("inbox-2", wish("Jag vill trolla")).json().get("receiptKey").asString();
        leads.leave("inbox-3", wish("Jag vill dansa"));
        leads.forward("inbox-1", "inbox", "inbox-other");
        leads.forward("inbox-3", "inbox-other");
        var seen = seen(leads.forward("inbox-2", "inbox"));

        var all = list("inbox", "", seen);
        assertThat(texts(all.json().get("items"), "id")).containsExactly("inbox-2", "inbox-1");
        assertThat(all.json().get("total").asLong()).isEqualTo(2);
        assertThat(all.json().get("next").isNull()).isTrue();
        assertThat(texts(all.json().get("items"), "status")).containsOnly("waiting");
        assertThat(all.raw().body())
                .contains("Jag vill jonglera", "forwardedAt")
                .doesNotContain("alma@example.org", "Alma", "Key", "answer\"", "counts");
        assertThat(texts(list("inbox", "?q=trolla", seen).json().get("items"), "id"))
                .containsExactly("inbox-2");
        var first = list("inbox", "?limit=1", seen).json();
        assertThat(texts(first.get("items"), "id")).containsExactly("inbox-2");
        assertThat(
                        texts(
                                list(
                                                "inbox",
                                                "?limit=1&cursor=" + first.get("next").asString(),
                                                seen)
                                        .json()
                                        .get("items"),
                                "id"))
                .containsExactly("inbox-1");

        var answered =
                service.put(
                        LEADS + "inbox-1/forwards/inbox/answer",
                        editorOf("inbox"),
                        Map.of("answer", "welcome"));
        assertThat(answered.status()).as(answered.raw().body()).isEqualTo(200);
        var waiting = list("inbox", "?status=waiting", seen(answered));
        assertThat(texts(waiting.json().get("items"), "id")).containsExactly("inbox-2");
        var done = list("inbox", "?status=answered", seen(answered)).json().get("items");
        assertThat(texts(done, "id")).containsExactly("inbox-1");
        assertThat(texts(done, "answer")).containsExactly("welcome");
        assertThat(
                        texts(
                                list("inbox-other", "?status=waiting", seen(answered))
                                        .json()
                                        .get("items"),
                                "id"))
                .containsExactly("inbox-3", "inbox-1");

        var gone = seen(service.delete(LEADS + "inbox-2", null, "Lead-Key", key));
        assertThat(list("inbox", "?status=waiting", gone).json().get("total").asLong()).isZero();
        var withdrawn = list("inbox", "?status=withdrawn", gone);
        assertThat(texts(withdrawn.json().get("items"), "id")).containsExactly("inbox-2");
        assertThat(texts(withdrawn.json().get("items"), "wish")).containsExactly("");
        assertThat(withdrawn.raw().body()).doesNotContain("trolla", "alma");
        assertThat(list("inbox", "?q=trolla", gone).json().get("total").asLong()).isZero();
    }

    @Test
    void onlyThoseItConcernsMayList() {
        leads.association("inbox-shut", reachable("inbox-shut"));
        var path = "/api/register/v1/associations/inbox-shut/leads";
        for (var allowed : List.of(editorOf("inbox-shut"), DESK, token(Role.STAFF))) {
            assertThat(service.get(path, allowed).status()).isEqualTo(200);
        }
        for (var refused : List.of(editorOf("inbox"), token(Role.VENUE_MANAGER))) {
            assertThat(service.get(path, refused).status()).isEqualTo(403);
        }
        assertThat(service.get(path, null).status()).isEqualTo(401);
        var nowhere = "/api/register/v1/associations/inbox-nowhere/leads";
        assertThat(service.get(nowhere, editorOf("inbox-nowhere")).status()).isEqualTo(404);
    }

    @Test
    void aStatusThatIsNoneIsToldWithThoseThereAre() {
        leads.association("inbox-status", reachable("inbox-status"));
        var reply = list("inbox-status", "?status=nonsense", "x");
        assertThat(reply.status()).isEqualTo(400);
        var error = reply.json().get("errors").get(0);
        assertThat(error.get("field").asString()).startsWith("status");
        assertThat(error.get("text").asString()).contains("waiting, answered, withdrawn");
    }

    @Test
    void theDeskIsNotShownHowTheListsAreKept() {
        var counts = service.get("/api/register/v1/leads", DESK).json().get("counts");
        assertThat(counts.propertyNames()).containsExactly("status");
    }

    @Test
    void itStandsInTheOpenApi() {
        var paths = service.get("/api/register/v1/openapi.json", null).json().get("paths");
        var list = paths.get("/api/register/v1/associations/{association}/leads").get("get");
        assertThat(texts(list.get("parameters"), "name"))
                .contains("association", "status", "limit", "cursor");
    }

    private Reply list(String association, String query, String seen) {
        return service.get(
                "/api/register/v1/associations/" + association + "/leads" + query,
                editorOf(association),
                "Seen",
                seen);
    }

    private static String seen(Reply reply) {
        return requireNonNull(reply.header("Seen"));
    }
}
