package se.foreningstorget.venue.premises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.foreningstorget.contracts.venue.Accessibility;
import se.foreningstorget.contracts.venue.Venue;
import se.foreningstorget.contracts.venue.VenueEvent;
import se.foreningstorget.contracts.venue.VenueEvent.VenueAdded;
import se.foreningstorget.contracts.venue.VenueEvent.VenueChanged;
import se.foreningstorget.contracts.venue.VenueFacts;
import se.foreningstorget.contracts.venue.VenueId;
import se.foreningstorget.eventkit.testing.Scenario;
import se.foreningstorget.venue.premises.VenueCommand.Describe;

/** How a venue comes into the overview, and changes. */
class VenuesTest {
    private static final VenueId SALEN = new VenueId("salen");
    private static final Instant NOW = Instant.parse("2026-12-01T11:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private final Scenario<Venue, VenueCommand, VenueEvent> venue =
            new Scenario<>(Venues::decide, Venues::evolve);

    @Test
    void aNewVenueIsAdded() {
        venue.given()
                .when(new Describe(SALEN, facts("Salen"), "m", NOW))
                .thenHappened(new VenueAdded(SALEN, facts("Salen"), "m", NOW));
    }

    @Test
    void otherFactsChangeIt() {
        venue.given(new VenueAdded(SALEN, facts("Salen"), "m", NOW))
                .when(new Describe(SALEN, facts("Stora salen"), "n", LATER))
                .thenHappened(new VenueChanged(SALEN, facts("Stora salen"), "n", LATER));
    }

    @Test
    void theSameFactsChangeNothing() {
        venue.given(new VenueAdded(SALEN, facts("Salen"), "m", NOW))
                .when(new Describe(SALEN, facts("Salen"), "n", LATER))
                .thenUnchanged();
    }

    @Test
    void itRemembersWhenItWasAdded() {
        var state =
                venue.given(new VenueAdded(SALEN, facts("Salen"), "m", NOW))
                        .when(new Describe(SALEN, facts("Stora salen"), "n", LATER))
                        .state();
        assertThat(state).isEqualTo(new Venue(SALEN, facts("Stora salen"), NOW, LATER));
    }

    private static VenueFacts facts(String name) {
        return new VenueFacts(
                name,
                null,
                List.of("möten"),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                Accessibility.UNKNOWN,
                null,
                LocalTime.of(8, 0),
                LocalTime.of(22, 0),
                null,
                null);
    }
}
