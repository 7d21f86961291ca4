package se.foreningstorget.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import se.foreningstorget.eventkit.testing.Http.Reply;
import se.foreningstorget.eventkit.testing.RunningService;
import se.foreningstorget.eventkit.web.Role;

/** Addresses and requests that the service tests share. */
final class Town {
    static final String VENUES = "/api/venue/v1/venues";
    static final LocalDate DAY = LocalDate.now().plusDays(30);
    static final String MANAGER = RunningService.token(Role.VENUE_MANAGER);
    static final String KOREN = RunningService.editorOf(TheService.KOREN);
    static final String SCHACK = RunningService.editorOf(TheService.SCHACK);

    private Town() {}

    /** Adds a venue open 8 to 22; its address. */
    static String venue(RunningService service, String id) {
        var path = VENUES + "/" + id;
        assertThat(service.put(path, MANAGER, Map.of("name", "Salen " + id)).status())
                .isIn(200, 201);
        return path;
    }

    static String day(String venue) {
        return venue + "/days/" + DAY;
    }

    static String booking(String venue, String id) {
        return day(venue) + "/bookings/" + id;
    }

    static Map<String, String> wish(String association, String from, String to) {
        return Map.of("from", from, "to", to, "association", association);
    }

    static String code(Reply reply) {
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        var problem = reply.json();
        assertThat(problem.get("status").asInt()).isEqualTo(reply.status());
        assertThat(problem.get("type").asString())
                .isEqualTo("/problems/" + problem.get("code").asString());
        assertThat(reply.raw().body()).doesNotContain("se.foreningstorget", "Exception");
        return problem.get("code").asString();
    }
}
