package se.foreningstorget.venue.premises;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.venue.Venue;
import se.foreningstorget.contracts.venue.VenueEvent;
import se.foreningstorget.contracts.venue.VenueEvent.VenueAdded;
import se.foreningstorget.contracts.venue.VenueEvent.VenueChanged;
import se.foreningstorget.contracts.venue.VenueId;
import se.foreningstorget.contracts.venue.VenueTopics;
import se.foreningstorget.eventkit.AggregateFactory;
import se.foreningstorget.eventkit.Aggregates;
import se.foreningstorget.eventkit.Decision;
import se.foreningstorget.eventkit.Outcome;
import se.foreningstorget.eventkit.Precondition;
import se.foreningstorget.eventkit.Stored;
import se.foreningstorget.venue.premises.VenueCommand.Describe;

/** The city's venues. */
public class Venues {
    private final Aggregates<Venue, VenueCommand, VenueEvent> venues;

    Venues(AggregateFactory factory) {
        this.venues = factory.over(VenueTopics.VENUES, 1, Venues::decide, Venues::evolve);
    }

    Outcome<Venue> handle(VenueId id, VenueCommand command, Precondition<Venue> precondition) {
        return venues.handle(id.value(), command, precondition);
    }

    public Optional<Stored<Venue>> find(VenueId id) {
        return venues.find(id.value());
    }

    Aggregates<Venue, VenueCommand, VenueEvent> all() {
        return venues;
    }

    static Decision<VenueEvent> decide(@Nullable Venue venue, VenueCommand command) {
        return switch (command) {
            case Describe(var id, var facts, var by, var now) when venue == null ->
                    Decision.accept(new VenueAdded(id, facts, by, now));
            case Describe(_, var facts, _, _) when facts.equals(venue.facts()) ->
                    Decision.unchanged();
            case Describe(var id, var facts, var by, var now) ->
                    Decision.accept(new VenueChanged(id, facts, by, now));
        };
    }

    static Venue evolve(@Nullable Venue venue, VenueEvent event) {
        return switch (event) {
            case VenueAdded(var id, var facts, _, var at) -> new Venue(id, facts, at, at);
            case VenueChanged(var id, var facts, _, var at) ->
                    new Venue(id, facts, venue == null ? at : venue.addedAt(), at);
        };
    }
}
