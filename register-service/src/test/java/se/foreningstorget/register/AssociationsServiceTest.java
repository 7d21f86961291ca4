package se.foreningstorget.register;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.foreningstorget.eventkit.testing.RunningService.editorOf;
import static se.foreningstorget.eventkit.testing.RunningService.token;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.foreningstorget.eventkit.testing.Http.Reply;
import se.foreningstorget.eventkit.testing.RunningService;
import se.foreningstorget.eventkit.web.Role;
import tools.jackson.databind.JsonNode;

/** The register as its callers meet it. */
@ExtendWith(TheService.class)
class AssociationsServiceTest {
    private static final String ASSOCIATIONS = "/api/register/v1/associations/";

    private final RunningService service;

    AssociationsServiceTest(RunningService service) {
        this.service = service;
    }

    private static final Map<String, Object> CHOIR =
            Map.of(
                    "name",
                    "Kvällskören vid bryggan",
                    "description",
                    "Vi är en blandad ensemble.",
                    "tags",
                    List.of("choir"),
                    "meets",
                    "tisdagar",
                    "area",
                    "Råå",
                    "beginnersWelcome",
                    true,
                    "homepage",
                    "https://koren.example.org/om?sida=1",
                    "contacts",
                    List.of(
                            contact("Alma", "public"),
                            contact("Berit", "associations"),
                            contact("Cissi", "city")));

    private static Map<String, Object> contact(String name, String visibility) {
        return Map.of(
                "name",
                name,
                "email",
                name.toLowerCase() + "@example.org",
                "phone",
                "042-10 50 " + (name.charAt(0) - 'A') + "0",
                "visibility",
                visibility);
    }

    private Reply register(String id, Map<String, Object> body) {
        var reply = service.put(ASSOCIATIONS + id, token(Role.STAFF), body);
        assertThat(reply.status()).as(reply.raw().body()).isIn(200, 201);
        return reply;
    }

    @Test
    void anEditorKeepsItsOwnEntryAndNoOther() {
        var own = editorOf("walk-own");
        var created = service.put(ASSOCIATIONS + "walk-own", own, CHOIR);
        assertThat(created.status()).as(created.raw().body()).isEqualTo(201);
        assertThat(created.json().get("source").asString()).isEqualTo("association");
        assertThat(created.json().get("confirmed").asBoolean()).isTrue();
        assertThat(service.put(ASSOCIATIONS + "walk-own", own, CHOIR).status()).isEqualTo(200);
        assertThat(service.put(ASSOCIATIONS + "walk-other", own, CHOIR).status()).isEqualTo(403);
        assertThat(service.put(ASSOCIATIONS + "walk-own", null, CHOIR).status()).isEqualTo(401);
        assertThat(
                        service.put(ASSOCIATIONS + "walk-own", token(Role.VOLUNTEER_CENTRE), CHOIR)
                                .status())
                .isEqualTo(403);
    }

    @Test
    void itIsFoundByWhatPeopleTypeAndSaysWhy() {
        var seen = requireNonNull(register("found-choir", CHOIR).header("Seen"));
        for (var typed : List.of("sjunga", "kör", "choir", "kvällskören", "barnkör råå")) {
            var found = service.get(path("?limit=100&q=" + encoded(typed)), null, "Seen", seen);
            assertThat(ids(found)).as(typed).contains("found-choir");
            assertThat(found.json().get("items").get(0).get("reasons").isEmpty()).isFalse();
        }
        var filtered =
                service.get(path("?tag=choir&kind=association&limit=100"), null, "Seen", seen);
        assertThat(ids(filtered)).contains("found-choir");
        var counts = filtered.json().get("counts");
        assertThat(counts.get("tag").get("choir").asLong()).isPositive();
        assertThat(counts.get("kind").get("association").asLong()).isPositive();
        assertThat(counts.get("area").get("Råå").asLong()).isPositive();
    }

    @Test
    void contactsAreShownToThoseTheirOwnerChose() {
        var seen = requireNonNull(register("seen-by", CHOIR).header("Seen"));
        assertThat(names("seen-by", null, seen)).containsExactly("Alma");
        assertThat(names("seen-by", editorOf("another"), seen)).containsExactly("Alma", "Berit");
        assertThat(names("seen-by", editorOf("seen-by"), seen))
                .containsExactly("Alma", "Berit", "Cissi");
        assertThat(names("seen-by", token(Role.VENUE_MANAGER), seen))
                .containsExactly("Alma", "Berit", "Cissi");
    }

    private List<String> names(String id, String token, String seen) {
        var one = service.get(ASSOCIATIONS + id, token);
        var listed =
                service.get(path("?limit=200"), token, "Seen", seen)
                        .json()
                        .get("items")
                        .valueStream()
                        .filter(it -> it.get("id").asString().equals(id))
                        .findFirst()
                        .orElseThrow();
        assertThat(listed.get("contacts")).isEqualTo(one.json().get("contacts"));
        assertThat(one.json().get("hasContact").asBoolean()).isTrue();
        var names =
                one.json()
                        .get("contacts")
                        .valueStream()
                        .map(contact -> contact.get("name").asString())
                        .toList();
        for (var person : List.of("alma", "berit", "cissi")) {
            assertThat(one.raw().body().toLowerCase().contains(person + "@"))
                    .isEqualTo(names.stream().anyMatch(person::equalsIgnoreCase));
        }
        return names;
    }

    @Test
    void noContactStandsInAnyAnswerToOthers() {
        register(
                "hidden",
                Map.of(
                        "name",
                        "Den tysta klubben",
                        "contacts",
                        List.of(
                                Map.of(
                                        "name",
                                        "Hemlig Person",
                                        "email",
                                        "hemlig@example.org",
                                        "phone",
                                        "042-99 88 77"))));
        for (var path :
                List.of(ASSOCIATIONS + "hidden", path("?q=tysta"), path("?q=hemlig&limit=200"))) {
            assertThat(service.get(path, null).raw().body())
                    .as(path)
                    .doesNotContain("hemlig@")
                    .doesNotContain("99 88")
                    .doesNotContain("Hemlig Person");
        }
        assertThat(service.get(ASSOCIATIONS + "hidden/history", null).status()).isEqualTo(401);
        assertThat(service.get(ASSOCIATIONS + "hidden/history", editorOf("another")).status())
                .isEqualTo(403);
    }

    @Test
    void theMeetingNotesStandInTheRegisterUnconfirmed() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> service.get(ASSOCIATIONS + "verdandi-soder", null).status() == 200);
        var entry = service.get(ASSOCIATIONS + "raa-if", null);
        assertThat(entry.json().get("name").asString()).isEqualTo("Råå IF");
        assertThat(entry.json().get("tags").isEmpty()).isTrue();
        assertThat(entry.json().get("confirmed").asBoolean()).isFalse();
        assertThat(entry.json().get("note").asString())
                .isEqualTo("från mötesanteckningarna 2016, inte bekräftat");
        assertThat(
                        service.get(ASSOCIATIONS + "raa-if", null, "Accept-Language", "en")
                                .json()
                                .get("note")
                                .asString())
                .isEqualTo("from the 2016 meeting notes, not confirmed");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(ids(service.get(path("?q=karate"), null)))
                                .contains("helsingborgs-karateklubb"));
        assertThat(ids(service.get(path("?tag=martial-arts&limit=100"), null)))
                .contains("helsingborgs-karateklubb", "tian-dao-taekwondo");
    }

    @Test
    void anImportedEntryIsConfirmedByItsEditorAndKeepsItsGuessedTagsUntilItSaysItsOwn() {
        var id = "diabetesforeningen-i-helsingborg";
        await().atMost(Duration.ofSeconds(20))
                .until(() -> service.get(ASSOCIATIONS + id, null).status() == 200);
        var name = "Diabetesföreningen i Helsingborg";
        var confirmed = service.put(ASSOCIATIONS + id, editorOf(id), Map.of("name", name));
        assertThat(confirmed.json().get("confirmed").asBoolean()).isTrue();
        assertThat(confirmed.json().has("note")).isFalse();
        assertThat(confirmed.json().get("tagsGuessed").asBoolean()).isTrue();
        var said =
                service.put(
                        ASSOCIATIONS + id,
                        editorOf(id),
                        Map.of("name", name, "tags", List.of("health")));
        assertThat(said.json().get("tagsGuessed").asBoolean()).isFalse();
        assertThat(said.json().get("tags").get(0).asString()).isEqualTo("health");
    }

    @Test
    void whoChangedWhatIsKept() {
        register("with-past", CHOIR);
        var changed =
                service.put(
                        ASSOCIATIONS + "with-past",
                        editorOf("with-past"),
                        Map.of("name", "Kören", "area", "Råå"));
        assertThat(changed.status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    var lines =
                            service.get(ASSOCIATIONS + "with-past/history", token(Role.STAFF))
                                    .json()
                                    .get("items");
                    assertThat(lines.size()).isEqualTo(2);
                    assertThat(lines.get(0).get("type").asString())
                            .isEqualTo("association-registered");
                    assertThat(lines.get(1).get("by").asString()).isEqualTo("an-editor");
                    assertThat(lines.get(1).get("changed").valueStream().map(JsonNode::asString))
                            .contains("name", "contacts")
                            .doesNotContain("area", "tags");
                });
    }

    @Test
    void aStaleChangeIsRefused() {
        var first = register("stale", CHOIR);
        var etag = requireNonNull(first.header("ETag"));
        assertThat(service.get(ASSOCIATIONS + "stale", null).header("ETag")).isEqualTo(etag);
        var changed = Map.of("name", "Nytt namn");
        assertThat(
                        service.put(
                                        ASSOCIATIONS + "stale",
                                        token(Role.STAFF),
                                        changed,
                                        "If-Match",
                                        etag)
                                .status())
                .isEqualTo(200);
        var late =
                service.put(
                        ASSOCIATIONS + "stale",
                        token(Role.STAFF),
                        Map.of("name", "Ännu ett"),
                        "If-Match",
                        etag);
        assertThat(late.status()).isEqualTo(412);
        assertThat(
                        service.put(
                                        ASSOCIATIONS + "stale",
                                        token(Role.STAFF),
                                        changed,
                                        "If-Match",
                                        etag)
                                .status())
                .as("a repeat changes nothing and is answered before the condition is judged")
                .isEqualTo(200);
    }

    @Test
    void onlyStaffSayWhatIsOfTheCity() {
        var reply =
                service.put(
                        ASSOCIATIONS + "a-unit",
                        editorOf("a-unit"),
                        Map.of("name", "En enhet", "kind", "city-unit"));
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().get("code").asString()).isEqualTo("kind-is-the-citys");
    }

    private static String path(String query) {
        return "/api/register/v1/associations" + query;
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static List<String> ids(Reply reply) {
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(200);
        return reply.json().get("items").valueStream().map(it -> it.get("id").asString()).toList();
    }
}
