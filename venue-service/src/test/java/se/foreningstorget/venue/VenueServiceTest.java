package se.foreningstorget.venue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static se.foreningstorget.eventkit.testing.RunningService.token;
import static se.foreningstorget.venue.Town.MANAGER;
import static se.foreningstorget.venue.Town.VENUES;
import static se.foreningstorget.venue.Town.code;

import java.util.ArrayList;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.foreningstorget.eventkit.testing.RunningService;
import se.foreningstorget.eventkit.web.Role;

/** The overview of premises as its callers meet it. */
@ExtendWith(TheService.class)
class VenueServiceTest {
    private final RunningService service;

    VenueServiceTest(RunningService service) {
        this.service = service;
    }

    @Test
    void aVenueIsAddedAndFound() {
        var added =
                service.put(
                        VENUES + "/storsalen",
                        MANAGER,
                        Map.of("name", "Storsalen", "type", "samlingssal"));
        assertThat(added.status()).isEqualTo(201);
        var seen = requireNonNull(added.header("Seen"));
        assertThat(seen).isEqualTo("storsalen@1");
        var found = service.get(VENUES + "?q=storsalen", null, "Seen", seen);
        assertThat(found.header("Possibly-Stale")).isNull();
        assertThat(found.json().get("total").asInt()).isEqualTo(1);
        assertThat(found.json().at("/items/0/reasons/0/field").asString()).isEqualTo("name");
    }

    @Test
    void whatNobodyHasSaidIsUnknownNotNo() {
        service.put(VENUES + "/okand", MANAGER, Map.of("name", "Okänd"));
        var facts = service.get(VENUES + "/okand", null).json().get("facts");
        assertThat(facts.at("/accessibility/stepFree").asString()).isEqualTo("unknown");
        assertThat(facts.has("capacity")).isFalse();
        assertThat(facts.get("opens").asString()).startsWith("08:00");
    }

    @Test
    void onlyManagersAndStaffDescribe() {
        var path = VENUES + "/rollsalen";
        var body = Map.of("name", "Rollsalen");
        assertThat(code(service.put(path, null, body))).isEqualTo("sign-in-needed");
        assertThat(service.put(path, null, body).status()).isEqualTo(401);
        assertThat(service.put(path, token(Role.VOLUNTEER_CENTRE), body).status()).isEqualTo(403);
        assertThat(code(service.put(path, Town.KOREN, body))).isEqualTo("not-allowed");
        assertThat(service.put(path, token(Role.STAFF), body).status()).isEqualTo(201);
        assertThat(service.put(path, MANAGER, body).status()).isEqualTo(200);
    }

    @Test
    void aChangeOfWhatHasChangedMeanwhileIsStale() {
        var path = VENUES + "/etagsalen";
        var first = service.put(path, MANAGER, Map.of("name", "Ett"));
        var etag = requireNonNull(first.header("ETag"));
        assertThat(service.get(path, null).header("ETag")).isEqualTo(etag);
        var second = service.put(path, MANAGER, Map.of("name", "Två"), "If-Match", etag);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.header("ETag")).isNotEqualTo(etag);
        var stale = service.put(path, MANAGER, Map.of("name", "Tre"), "If-Match", etag);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(code(stale)).isEqualTo("changed-meanwhile");
        var repeat = service.put(path, MANAGER, Map.of("name", "Två"), "If-Match", etag);
        assertThat(repeat.status()).isEqualTo(200);
    }

    @Test
    void anUnknownVenueIsNotFound() {
        var reply = service.get(VENUES + "/finns-inte", null);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(code(reply)).isEqualTo("not-found");
    }

    @Test
    void closingBeforeOpeningIsRefused() {
        var body = Map.of("name", "Bakvänd", "opens", "20:00", "closes", "08:00");
        var reply = service.put(VENUES + "/bakvand", MANAGER, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(code(reply)).isEqualTo("opens-after-closing");
    }

    @Test
    void aListIsWalkedPageByPage() {
        var seen =
                IntStream.rangeClosed(1, 7)
                        .mapToObj(number ->
                                service.put(
                                                VENUES + "/vandring-" + number,
                                                MANAGER,
                                                Map.of(
                                                        "name",
                                                        "Vandring " + number,
                                                        "type",
                                                        "vandring",
                                                        "capacity",
                                                        number * 10))
                                        .header("Seen"))
                        .toList();
        // each was seen before the walk begins
        seen.forEach(one -> service.get(VENUES, null, "Seen", requireNonNull(one)));
        var walked = new ArrayList<String>();
        String cursor = "";
        while (cursor != null) {
            var page =
                    service.get(
                                    VENUES
                                            + "?type=vandring&limit=3"
                                            + (cursor.isEmpty() ? "" : "&cursor=" + cursor),
                                    null)
                            .json();
            assertThat(page.get("total").asInt()).isEqualTo(7);
            assertThat(page.get("items").size()).isBetween(1, 3);
            page.get("items").forEach(item -> walked.add(item.get("id").asString()));
            cursor = page.path("next").asString(null);
        }
        assertThat(walked)
                .containsExactly(
                        "vandring-1",
                        "vandring-2",
                        "vandring-3",
                        "vandring-4",
                        "vandring-5",
                        "vandring-6",
                        "vandring-7");
        var large = service.get(VENUES + "?type=vandring&capacity=50", null).json();
        assertThat(large.get("total").asInt()).isEqualTo(3);
    }

    @Test
    void aCursorOfNobodysIsRefused() {
        var reply = service.get(VENUES + "?cursor=abc", null);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(code(reply)).isEqualTo("bad-cursor");
    }

    @Test
    void theDescriptionOfTheServiceCanBeRead() {
        var described = service.get("/api/venue/v1/openapi.json", null);
        assertThat(described.status()).isEqualTo(200);
        assertThat(described.json().get("paths").propertyNames())
                .contains(VENUES, VENUES + "/{venue}/days/{day}/bookings/{id}");
    }
}
