package se.foreningstorget.register;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static se.foreningstorget.eventkit.testing.RunningService.token;

import com.mongodb.client.MongoDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import se.foreningstorget.contracts.register.Forward;
import se.foreningstorget.contracts.register.Lead;
import se.foreningstorget.eventkit.Documents;
import se.foreningstorget.eventkit.testing.Http.Reply;
import se.foreningstorget.eventkit.testing.RunningService;
import se.foreningstorget.eventkit.web.Role;
import tools.jackson.databind.JsonNode;

/** What the tests of leads ask of the service again and again. */
record LeadCalls(RunningService service) {
    static final String LEADS = "/api/register/v1/leads/";
    static final String DESK = token(Role.VOLUNTEER_CENTRE);

    static Map<String, Object> wish(String wish) {
        return Map.of(
                "wish", wish, "name", "Alma", "email", "alma@example.org", "mayForward", true);
    }

    Reply leave(String id, Map<String, ?> body) {
        var reply = service.put(LEADS + id, null, body);
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(201);
        return reply;
    }

    String association(String id, Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of("name", "Föreningen " + id));
        body.putAll(more);
        var reply = service.put("/api/register/v1/associations/" + id, token(Role.STAFF), body);
        assertThat(reply.status()).as(reply.raw().body()).isIn(200, 201);
        return requireNonNull(reply.header("Seen"));
    }

    static Map<String, ?> reachable(String id) {
        return Map.of("contacts", List.of(Map.of("name", "Kontakt", "email", id + "@example.org")));
    }

    Reply forward(String lead, String... associations) {
        return service.put(
                LEADS + lead + "/forwards", DESK, Map.of("associations", List.of(associations)));
    }

    /** No answer shows it: it goes with the event into the mail's link. */
    String keyOf(String lead, String association) {
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

    static List<String> texts(JsonNode list, String field) {
        return list.valueStream().map(it -> it.get(field).asString()).toList();
    }
}
