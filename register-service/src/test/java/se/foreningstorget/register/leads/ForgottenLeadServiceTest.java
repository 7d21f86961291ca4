package se.foreningstorget.register.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.foreningstorget.contracts.register.LeadId;
import se.foreningstorget.eventkit.testing.RunningService;
import se.foreningstorget.eventkit.web.Role;
import se.foreningstorget.register.RegisterService;
import se.foreningstorget.register.TheService;
import se.foreningstorget.register.leads.LeadCommand.Forget;
import se.foreningstorget.testkit.Platform;

/** What is answered about a lead that was disposed of, and about its rules. */
@ExtendWith(TheService.class)
class ForgottenLeadServiceTest {
    private static final String LEADS = "/api/register/v1/leads/";
    private static final String STAFF = RunningService.token(Role.STAFF);
    private static final String DESK = RunningService.token(Role.VOLUNTEER_CENTRE);

    private final RunningService service;

    ForgottenLeadServiceTest(RunningService service) {
        this.service = service;
    }

    private String leave(String id, String wish) {
        var body = Map.of("wish", wish, "email", id + "@example.org", "mayForward", true);
        var left = service.put(LEADS + id, null, body);
        assertThat(left.status()).as(left.raw().body()).isEqualTo(201);
        return left.json().get("receiptKey").asString();
    }

    private void forget(String id) {
        var now = Instant.now();
        var outcome =
                service.bean(Leads.class)
                        .handle(new LeadId(id), new Forget(new LeadId(id), now, now));
        assertThat(outcome).isNotNull();
    }

    @Test
    void itIsGoneForEverybody() {
        var key = leave("gone", "Jag vill spela nyckelharpa");
        var found = LEADS.replaceFirst("/$", "") + "?q=nyckelharpa";
        await().atMost(Duration.ofSeconds(20))
                .until(() -> service.get(found, DESK).json().get("total").asInt() == 1);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> service.get(LEADS + "gone", DESK).json().get("history").size() == 1);
        forget("gone");
        for (var path : List.of("gone", "gone/forwards/a", "gone/suggestions")) {
            var gone = service.get(LEADS + path, DESK, "Lead-Key", key, "Accept-Language", "en");
            assertThat(gone.status()).as(path).isEqualTo(410);
            assertThat(gone.json().get("code").asString()).isEqualTo("forgotten");
            assertThat(gone.json().get("title").asString()).isEqualTo("Gone");
            assertThat(gone.json().get("detail").asString())
                    .containsPattern("lead [0-9]{3}-[0-9]{3} .* on 20[0-9]{2}-[0-9]{2}-[0-9]{2}");
        }
        assertThat(service.delete(LEADS + "gone", null, "Lead-Key", key).status()).isEqualTo(410);
        assertThat(
                        service.put(
                                        LEADS + "gone",
                                        null,
                                        Map.of(
                                                "wish",
                                                "annat",
                                                "email",
                                                "gone@example.org",
                                                "mayForward",
                                                true))
                                .status())
                .isEqualTo(409);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> service.get(found, DESK).json().get("total").asInt() == 0);
        var history = service.bean(LeadHistory.class);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> history.of(new LeadId("gone"), 5).isEmpty());
    }

    @Test
    void staffKeepALeadFromDisposal() {
        leave("kept", "Jag vill dansa");
        var hold = LEADS + "kept/hold";
        var body = Map.of("reason", "KS 2026/0481");
        assertThat(service.put(hold, null, body).status()).isEqualTo(401);
        assertThat(service.put(hold, DESK, body).status()).isEqualTo(403);
        assertThat(service.put(hold, STAFF, Map.of("reason", " ")).status()).isEqualTo(400);
        assertThat(service.put(LEADS + "nothing/hold", STAFF, body).status()).isEqualTo(404);
        var held = service.put(hold, STAFF, body);
        assertThat(held.status()).isEqualTo(200);
        assertThat(held.json().get("hold").get("reason").asString()).isEqualTo("KS 2026/0481");
        assertThat(service.put(hold, STAFF, body).header("ETag")).isEqualTo(held.header("ETag"));
        forget("kept");
        assertThat(service.get(LEADS + "kept", STAFF).status()).isEqualTo(200);
        assertThat(service.delete(hold, STAFF).json().has("hold")).isFalse();
        forget("kept");
        assertThat(service.get(LEADS + "kept", STAFF).status()).isEqualTo(410);
        assertThat(service.put(hold, STAFF, body).status()).isEqualTo(410);
    }

    @Test
    void staffReadTheRules() {
        var path = "/api/register/v1/retention";
        assertThat(service.get(path, null).status()).isEqualTo(401);
        assertThat(service.get(path, DESK).status()).isEqualTo(403);
        var rules = service.get(path, STAFF);
        assertThat(rules.status()).as(rules.raw().body()).isEqualTo(200);
        assertThat(rules.json().get("examples").asBoolean()).isTrue();
        assertThat(rules.json().get("rules").valueStream().map(it -> it.get("kind").asString()))
                .contains("lead-without-answer", "lead-answered", "lead-withdrawn");
    }

    @Test
    void aRestartMakesUpForLostClaims() {
        leave("numbered", "Jag vill ha ett nummer");
        var number = service.get(LEADS + "numbered", DESK).json().get("number").asString();
        var claims = service.bean(MongoDatabase.class).getCollection("lead-numbers");
        claims.drop();
        var platform = Platform.shared();
        try (var again =
                RunningService.start(
                        RegisterService.class,
                        RegisterService.NAME,
                        platform.bootstrapServers(),
                        platform.mongoUri("register-service"),
                        Map.of())) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> again.get("/actuator/health/readiness", null).status() == 200);
            assertThat(claims.find(new org.bson.Document("_id", number)).first())
                    .containsEntry("lead", "numbered");
        }
    }
}
