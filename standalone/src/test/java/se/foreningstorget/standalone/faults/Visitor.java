package se.foreningstorget.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.standalone.SquareForBench;
import tools.jackson.databind.JsonNode;

/** Asks a square everything, so that what it answers can be held against what it answered once. */
final class Visitor {
    static final List<String> QUESTIONS =
            List.of(
                    "/api/register/v1/associations?limit=200",
                    "/api/register/v1/associations/exempelkoren",
                    "/api/register/v1/associations/exempelkoren/history",
                    "/api/register/v1/associations/provsangarna",
                    "/api/register/v1/associations/raa-museiforening",
                    "/api/register/v1/leads?limit=200",
                    "/api/register/v1/leads/lead-1",
                    "/api/register/v1/leads/lead-1/forwards/exempelkoren",
                    "/api/calendar/v1/events?limit=200",
                    "/api/calendar/v1/events/oppet-hus",
                    "/api/venue/v1/venues?limit=200",
                    "/api/venue/v1/venues/exempelsalen",
                    "/api/venue/v1/venues/exempelsalen/days/2035-05-05",
                    "/api/venue/v1/venues/exempelsalen/days/2035-05-05/bookings/ovning",
                    "/api/notification/v1/newsletters",
                    "/api/notification/v1/newsletters/forsta",
                    "/api/notification/v1/subscriptions?limit=200",
                    "/api/notification/v1/mails?status=failed");

    private Visitor() {}

    /** What it says, by question. */
    static JsonNode hears(SquareForBench square, Collection<String> questions) {
        var staff = square.as("staff");
        var answers = new TreeMap<String, JsonNode>();
        for (var question : questions) {
            var reply = square.http().get(question, staff);
            assertThat(reply.status()).as(question).isEqualTo(200);
            answers.put(question, reply.json());
        }
        return ContractJson.mapper().valueToTree(answers);
    }

    /** The ids of all mails that ever arrived, in order. */
    static List<String> mails(SquareForBench square) {
        return square.http().get("/mailbox/mails", null).json().values().stream()
                .map(mail -> mail.get("messageId").asString())
                .sorted()
                .toList();
    }

    /** Everything said once is said still; more may be said. */
    static void saysAll(String where, JsonNode once, JsonNode now) {
        if (once.isObject()) {
            once.properties()
                    .forEach(field -> {
                        var inside = where + "/" + field.getKey();
                        assertThat(now.has(field.getKey())).as(inside).isTrue();
                        saysAll(inside, field.getValue(), now.get(field.getKey()));
                    });
        } else if (once.isArray()) {
            assertThat(now.size()).as(where).isEqualTo(once.size());
            for (int i = 0; i < once.size(); i++) {
                saysAll(where + "/" + i, once.get(i), now.get(i));
            }
        } else {
            assertThat(now).as(where).isEqualTo(once);
        }
    }
}
