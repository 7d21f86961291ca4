package se.foreningstorget.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.contracts.notification.NotificationTopics;
import se.foreningstorget.contracts.register.RegisterTopics;
import se.foreningstorget.contracts.venue.VenueTopics;
import se.foreningstorget.eventkit.testing.Http;
import tools.jackson.databind.JsonNode;

/** Whether every copy equals its source: as the services say, and as an outsider reads it. */
final class Copies {
    static final List<Topic<?, ?>> TOPICS =
            Stream.of(RegisterTopics.ALL, VenueTopics.ALL, NotificationTopics.ALL)
                    .<Topic<?, ?>>flatMap(List::stream)
                    .toList();

    private Copies() {}

    /** Each instance compares documents, log, indexes and projections. */
    static void areSaidToBeEqual(TwoOfEach two) {
        checked(two.register, "register", two.staff());
        checked(two.venue, "venue", two.staff());
        checked(two.notification, "notification", two.staff());
    }

    private static void checked(List<Instance> instances, String service, String staff) {
        var path = "/api/" + service + "/v1/operations/checks";
        for (var instance : instances) {
            assertThat(instance.http().post(path, staff, Map.of()).status()).isEqualTo(202);
            var ended =
                    await().atMost(Duration.ofMinutes(1))
                            .until(
                                    () -> instance.http().get(path, staff).json(),
                                    run -> run.hasNonNull("endedAt"));
            assertThat(ended.path("failed").asString("")).isEmpty();
            assertThat(ended.get("result").get("differences")).as(service).isEmpty();
            assertThat(ended.get("result").get("compared").size()).as(service).isPositive();
        }
    }

    /**
     * What topics say last, read by nobody's consumer, against what both instances answer.
     *
     * @return how many documents were compared
     */
    static int areFoundToBeEqual(TwoOfEach two) {
        int compared = 0;
        for (int i = 0; i < 2; i++) {
            var register = two.register.get(i).http();
            var venue = two.venue.get(i).http();
            compared += associations(two, register) + leads(two, register) + days(two, venue);
        }
        return compared;
    }

    private static int associations(TwoOfEach two, Http register) {
        var last = TopicFromStart.read(two.kafka(), RegisterTopics.ASSOCIATIONS.name()).last();
        last.forEach((id, record) -> {
            var answer = got(register, "/api/register/v1/associations/" + id, two.staff());
            assertThat(answer.get("name"))
                    .as(id)
                    .isEqualTo(record.state().get("facts").get("name"));
        });
        var all = got(register, "/api/register/v1/associations?limit=1", two.staff());
        assertThat(all.get("total").asInt()).isEqualTo(last.size());
        return last.size();
    }

    private static int leads(TwoOfEach two, Http register) {
        var last = TopicFromStart.read(two.kafka(), RegisterTopics.LEADS.name()).last();
        last.forEach((id, record) -> {
            var answer = got(register, "/api/register/v1/leads/" + id, two.staff());
            for (var field : List.of("number", "status", "wish")) {
                assertThat(answer.get(field)).as(id).isEqualTo(record.state().get(field));
            }
        });
        var all = got(register, "/api/register/v1/leads?limit=1", two.staff());
        assertThat(all.get("total").asInt()).isEqualTo(last.size());
        return last.size();
    }

    private static int days(TwoOfEach two, Http venue) {
        var last = TopicFromStart.read(two.kafka(), VenueTopics.DAYS.name()).last();
        for (var record : last.values()) {
            var day = record.stateAs(VenueTopics.DAYS.state());
            var answer =
                    got(
                            venue,
                            "/api/venue/v1/venues/" + day.venue().value() + "/days/" + day.day(),
                            two.staff());
            assertThat(answer.get("bookings").values())
                    .extracting(booking -> booking.get("id").asString())
                    .containsExactlyInAnyOrderElementsOf(
                            day.bookings().stream().map(it -> it.id().value()).toList());
        }
        return last.size();
    }

    private static JsonNode got(Http service, String path, String token) {
        var reply = service.get(path, token);
        assertThat(reply.status()).as(path).isEqualTo(200);
        return reply.json();
    }
}
