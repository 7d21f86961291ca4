package se.foreningstorget.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.standalone.SquareForBench;
import tools.jackson.databind.JsonNode;

/**
 * Makes the data folder of a release, packed, with what it answers: once a release, by hand, never
 * by the build. What was released is not made anew.
 *
 * <pre>{@code
 * mvn -pl standalone test-compile
 * mvn -pl standalone dependency:build-classpath -Dmdep.outputFile=target/cp
 * java -cp "standalone/target/test-classes:standalone/target/classes:$(cat standalone/target/cp)" \
 *     se.foreningstorget.standalone.faults.ReleaseFixture 0.2.0 standalone/src/test/resources/released
 * }</pre>
 */
final class ReleaseFixture {
    private static final String REGISTER = "/api/register/v1/";
    private static final String VENUES = "/api/venue/v1/venues/exempelsalen";
    private static final String NEWS = "/api/notification/v1/";

    private final SquareForBench square;

    private ReleaseFixture(SquareForBench square) {
        this.square = square;
    }

    public static void main(String[] arguments) throws Exception {
        var release = arguments[0];
        var into = Path.of(arguments[1]);
        var data = Files.createTempDirectory("released").resolve("data");
        JsonNode answers;
        try (var square = SquareForBench.start(data)) {
            new ReleaseFixture(square).live();
            try (var groups = new Groups(square.kafka())) {
                await().atMost(Duration.ofMinutes(1)).until(groups::areAtTheEnd);
            }
            answers = Visitor.hears(square, Visitor.QUESTIONS);
        }
        Packed.pack(data, into.resolve(release + ".zip"));
        Files.writeString(
                into.resolve(release + ".json"),
                ContractJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(answers)
                        + "\n");
        System.exit(0);
    }

    /** A little of everything there is. */
    private void live() {
        enter("exempelkoren", "Exempelkören", "kontakt@exempelkoren.example.org");
        enter("provsangarna", "Provsångarna", "ordf@provsangarna.example.org");
        lead();
        event();
        booking();
        newsletter();
    }

    private void enter(String id, String name, String email) {
        put(
                201,
                REGISTER + "associations/" + id,
                "staff",
                Map.of(
                        "name",
                        name,
                        "description",
                        "Blandad kör som sjunger visor.",
                        "tags",
                        List.of("choir"),
                        "contacts",
                        List.of(
                                Map.of(
                                        "name", "Kontaktpersonen",
                                        "email", email,
                                        "visibility", "city"))));
    }

    private void lead() {
        put(
                201,
                REGISTER + "leads/lead-1",
                null,
                Map.of(
                        "wish", "vill sjunga i kör",
                        "name", "Provperson Påhittad",
                        "email", "sangare@example.org",
                        "mayForward", true));
        put(
                200,
                REGISTER + "leads/lead-1/forwards",
                "volunteer-centre",
                Map.of("associations", List.of("exempelkoren", "provsangarna")));
        put(
                200,
                REGISTER + "leads/lead-1/forwards/exempelkoren/answer",
                "exempelkoren",
                Map.of("answer", "welcome", "message", "Kom på tisdag!"));
        mailTo("sangare@example.org", 3);
        mailTo("ordf@provsangarna.example.org", 1);
    }

    private void event() {
        var day = LocalDate.now().plusDays(10);
        put(
                201,
                "/api/calendar/v1/events/oppet-hus",
                "exempelkoren",
                Map.of(
                        "organizer", "exempelkoren",
                        "title", "Öppet hus",
                        "category", "open-house",
                        "start", day + "T13:00",
                        "end", day + "T15:00",
                        "place", "Råå"));
    }

    private void booking() {
        put(
                201,
                VENUES,
                "venue-manager",
                Map.of(
                        "name", "Exempelsalen",
                        "type", "samlingssal",
                        "uses", List.of("möten", "körsång"),
                        "capacity", 60,
                        "contact", "lokaler@example.org",
                        "accessibility", Map.of("stepFree", "yes"),
                        "address", "Exempelgatan 1"));
        put(
                201,
                VENUES + "/days/2035-05-05/bookings/ovning",
                "exempelkoren",
                Map.of("from", "18:00", "to", "20:00", "association", "exempelkoren"));
    }

    private void newsletter() {
        var reader = "lasare@example.org";
        put(202, NEWS + "subscriptions/ask-1", null, Map.of("email", reader));
        var key =
                Pattern.compile("/newsletter/confirm/(\\S+)")
                        .matcher(mailTo(reader, 1).get("text").asString())
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1);
        var confirmed =
                square.http().post(NEWS + "subscriptions/confirmations", null, Map.of("key", key));
        assertThat(confirmed.status()).isEqualTo(200);
        var issue = NEWS + "newsletters/forsta";
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        square.http()
                                .put(
                                        issue,
                                        square.as("staff"),
                                        Map.of("subject", "Första brevet", "text", "Hej!"))
                                .raw()
                                .body()
                                .contains("oppet-hus"));
        square.http().post(issue + "/sending", square.as("staff"), Map.of());
        mailTo(reader, 2);
    }

    /** Asks again while another service is about to hear of what is needed. */
    private void put(int status, String path, @Nullable String caller, Map<String, ?> body) {
        var token = caller == null ? null : square.as(caller);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    var reply = square.http().put(path, token, body);
                    assertThat(reply.status()).as(reply.raw().body()).isEqualTo(status);
                });
    }

    /** The last of so many mails to an address, when it has come. */
    private JsonNode mailTo(String address, int count) {
        return Objects.requireNonNull(
                await().atMost(Duration.ofSeconds(30))
                        .until(
                                () ->
                                        square
                                                .http()
                                                .get("/mailbox/mails", null)
                                                .json()
                                                .values()
                                                .stream()
                                                .filter(mail ->
                                                        mail.get("recipients")
                                                                .toString()
                                                                .contains(address))
                                                .toList(),
                                mails -> mails.size() >= count)
                        .getLast());
    }
}
