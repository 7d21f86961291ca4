package se.foreningstorget.venue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static se.foreningstorget.eventkit.testing.RunningService.token;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.foreningstorget.eventkit.testing.RunningService;
import se.foreningstorget.eventkit.web.Role;
import se.foreningstorget.testkit.Platform;

/** The service as its callers meet it. */
class VenueServiceTest {
    private static RunningService service;

    @BeforeAll
    static void start() {
        var platform = Platform.shared();
        service =
                RunningService.start(
                        VenueService.class,
                        VenueService.NAME,
                        platform.bootstrapServers(),
                        platform.mongoUri("venue-service"),
                        Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aVenueIsAddedAndFound() {
        var added =
                service.put(
                        "/api/venue/v1/venues/salen",
                        token(Role.VENUE_MANAGER),
                        Map.of("name", "Stora salen", "type", "samlingssal"));
        assertThat(added.status()).isEqualTo(201);
        var found =
                service.get(
                        "/api/venue/v1/venues?q=salen",
                        null,
                        "Seen",
                        requireNonNull(added.header("Seen")));
        assertThat(found.json().get("total").asInt()).isEqualTo(1);
    }
}
