package se.foreningstorget.calendar;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static se.foreningstorget.calendar.CalendarHouse.EVENTS;
import static se.foreningstorget.calendar.CalendarHouse.OCCURRENCES;
import static se.foreningstorget.calendar.CalendarHouse.event;
import static se.foreningstorget.calendar.CalendarHouse.with;
import static se.foreningstorget.eventkit.testing.RunningService.editorOf;
import static se.foreningstorget.eventkit.testing.RunningService.token;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.eventkit.testing.Http.Reply;
import se.foreningstorget.eventkit.web.Role;

/** The service as its callers meet it. */
@ExtendWith(TheHouse.class)
class CalendarServiceTest {
    private final CalendarHouse house;

    CalendarServiceTest(CalendarHouse house) {
        this.house = house;
    }

    @Test
    void anEditorPostsAndEverybodyFinds() {
        var posted =
                post(
                        "oppet-hus",
                        Map.of(
                                "organizer", "koren",
                                "title", "Öppet hus med sång",
                                "description", "  Kom och sjung.  ",
                                "category", "open-house",
                                "start", "2026-12-05T13:00",
                                "end", "2026-12-05T15:00",
                                "place", "Råå kyrka",
                                "free", true));
        assertThat(posted.status()).isEqualTo(201);
        assertThat(posted.header("ETag")).isNotNull();
        assertThat(posted.json())
                .isEqualTo(
                        ContractJson.mapper()
                                .readTree(
                                        """
                                        {"id": "oppet-hus", "organizer": "koren",
                                         "organizerName": "Kören på Råå",
                                         "title": "Öppet hus med sång",
                                         "description": "Kom och sjung.",
                                         "category": "open-house",
                                         "start": "2026-12-05T13:00", "end": "2026-12-05T15:00",
                                         "zone": "Europe/Stockholm", "place": "Råå kyrka",
                                         "free": true, "status": "scheduled", "sequence": 0}
                                        """));
        var found =
                house.list(
                        OCCURRENCES + "?q=sjunga&from=2026-12-05&to=2026-12-05&free=true", posted);
        assertThat(found.get("total").asInt()).isEqualTo(1);
        var item = found.get("items").get(0);
        assertThat(item.get("event").asString()).isEqualTo("oppet-hus");
        assertThat(item.get("start").asString()).isEqualTo("2026-12-05T13:00:00+01:00");
        assertThat(item.get("end").asString()).isEqualTo("2026-12-05T15:00:00+01:00");
        assertThat(item.get("organizerName").asString()).isEqualTo("Kören på Råå");
        assertThat(item.get("reasons").size()).isPositive();
        assertThat(found.get("counts").get("category").get("open-house").asInt()).isPositive();
        assertThat(found.get("counts").get("open-to-all").get("unknown").asInt()).isPositive();
    }

    @Test
    void aRepeatChangesNothingAndAnOldTagIsRefused() {
        var body = event("koren", "Ett möte", "2026-12-06T13:00", "2026-12-06T15:00");
        var first = post("ett-mote", body);
        var tag = requireNonNull(first.header("ETag"));
        var again = post("ett-mote", body, "If-Match", "\"old\"");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo(tag);
        var changed = post("ett-mote", with(body, "title", "Två möten"), "If-Match", tag);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().get("sequence").asInt()).isEqualTo(1);
        assertThat(post("ett-mote", body, "If-Match", tag).status()).isEqualTo(412);
        var read =
                house.service()
                        .get(
                                EVENTS + "/ett-mote",
                                null,
                                "If-None-Match",
                                requireNonNull(changed.header("ETag")));
        assertThat(read.status()).isEqualTo(304);
    }

    @Test
    void aCancelledEventStaysInTheListsWithItsReason() {
        var body = event("koren", "Skridskodisco", "2026-12-07T13:00", "2026-12-07T15:00");
        assertThat(post("disco", body).status()).isEqualTo(201);
        var cancelled = cancel("disco", editorOf("koren"), Map.of("reason", "Isen håller inte"));
        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.json().get("sequence").asInt()).isEqualTo(1);
        var item = house.list(OCCURRENCES + "?q=skridskodisco", cancelled).get("items").get(0);
        assertThat(item.get("status").asString()).isEqualTo("cancelled");
        assertThat(item.get("reason").asString()).isEqualTo("Isen håller inte");
        assertThat(post("disco", with(body, "title", "Disco")).json().get("code").asString())
                .isEqualTo("event-cancelled");
        assertThat(post("disco", body).status()).isEqualTo(200);
    }

    @Test
    void aCancellationNeedsNoReason() {
        post("kort", event("koren", "Kort", "2026-12-08T13:00", "2026-12-08T15:00"));
        assertThat(cancel("kort", editorOf("koren"), null).status()).isEqualTo(200);
        assertThat(cancel("kort", editorOf("koren"), Map.of("reason", " ")).status())
                .isEqualTo(200);
    }

    @Test
    void onlyTheOrganizerAndTheCityMayPost() {
        var body = event("koren", "Rollprov", "2026-12-09T13:00", "2026-12-09T15:00");
        assertThat(house.post("roll", body, null).status()).isEqualTo(401);
        assertThat(house.post("roll", body, editorOf("klubben")).status()).isEqualTo(403);
        assertThat(house.post("roll", body, token(Role.VENUE_MANAGER)).status()).isEqualTo(403);
        assertThat(house.post("roll", body, token(Role.STAFF)).status()).isEqualTo(201);
        assertThat(cancel("roll", null, Map.of()).status()).isEqualTo(401);
        assertThat(cancel("roll", editorOf("klubben"), Map.of()).status()).isEqualTo(403);
        assertThat(cancel("roll", token(Role.STAFF), Map.of()).status()).isEqualTo(200);
        assertThat(cancel("finns-inte", token(Role.STAFF), Map.of()).status()).isEqualTo(404);
        var taken =
                house.post(
                        "roll",
                        event("klubben", "Rollprov", "2026-12-09T13:00", "2026-12-09T15:00"),
                        editorOf("klubben"));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.json().get("code").asString()).isEqualTo("other-organizer");
    }

    @Test
    void anAssociationWeHaveNotHeardOfWaits() {
        var body = event("okand", "Hej", "2026-12-09T13:00", "2026-12-09T15:00");
        var refused = house.post("hej", body, editorOf("okand"), "Accept-Language", "en");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("code").asString()).isEqualTo("association-unknown");
        assertThat(refused.json().get("detail").asString()).startsWith("The register");
    }

    @Test
    void aNewNameShowsEverywhere() {
        house.register("bytaren", "Gamla namnet", 1);
        var posted =
                house.post(
                        "namnbyte",
                        event("bytaren", "Namnbytesfest", "2026-12-10T13:00", "2026-12-10T15:00"),
                        editorOf("bytaren"));
        house.register("bytaren", "Nya namnet", 2);
        assertThat(name(house.list(OCCURRENCES + "?q=namnbytesfest", posted).get("items").get(0)))
                .isEqualTo("Nya namnet");
        assertThat(name(house.service().get(EVENTS + "/namnbyte", null).json()))
                .isEqualTo("Nya namnet");
        assertThat(house.service().get(EVENTS + "/namnbyte.ics", null).raw().body())
                .contains("Arrangör: Nya namnet");
    }

    @Test
    void theInterfaceDescribesItself() {
        var described = house.service().get("/api/calendar/v1/openapi.json", null);
        assertThat(described.status()).isEqualTo(200);
        var parameters =
                described.json().at("/paths/~1api~1calendar~1v1~1occurrences/get/parameters");
        assertThat(parameters.findValuesAsString("name"))
                .contains("from", "to", "q", "category", "organizer", "limit", "cursor");
    }

    private Reply post(String id, Map<String, ?> body, String... headers) {
        return house.post(id, body, editorOf("koren", "klubben"), headers);
    }

    private Reply cancel(String id, @Nullable String token, @Nullable Object body) {
        return house.service().send("PUT", EVENTS + "/" + id + "/cancellation", token, body);
    }

    private static String name(tools.jackson.databind.JsonNode event) {
        return event.get("organizerName").asString();
    }
}
