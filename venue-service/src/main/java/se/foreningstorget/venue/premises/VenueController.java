package se.foreningstorget.venue.premises;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.contracts.venue.Accessibility;
import se.foreningstorget.contracts.venue.Known;
import se.foreningstorget.contracts.venue.Venue;
import se.foreningstorget.contracts.venue.VenueFacts;
import se.foreningstorget.contracts.venue.VenueId;
import se.foreningstorget.eventkit.read.Feed;
import se.foreningstorget.eventkit.web.Caller;
import se.foreningstorget.eventkit.web.Listing;
import se.foreningstorget.eventkit.web.OneOf;
import se.foreningstorget.eventkit.web.PageRequest;
import se.foreningstorget.eventkit.web.Problem;
import se.foreningstorget.eventkit.web.Replies;
import se.foreningstorget.eventkit.web.Role;
import se.foreningstorget.eventkit.web.Seen;
import se.foreningstorget.searchkit.Catalogue;
import se.foreningstorget.searchkit.Hit;
import se.foreningstorget.searchkit.Order;
import se.foreningstorget.searchkit.Query;
import se.foreningstorget.searchkit.Reason;
import se.foreningstorget.venue.premises.VenueCommand.Describe;

/** The overview of all premises associations may use. */
@RestController
@RequestMapping("/api/venue/v1/venues")
class VenueController {
    private static final LocalTime EARLIEST = LocalTime.of(8, 0);
    private static final LocalTime LATEST = LocalTime.of(22, 0);

    private final Venues venues;
    private final Catalogue catalogue;
    private final Feed<Venue> feed;
    private final Replies replies;
    private final InstantSource clock;

    VenueController(
            Venues venues,
            Catalogue venueCatalogue,
            Feed<Venue> venueFeed,
            Replies replies,
            InstantSource clock) {
        this.venues = venues;
        this.catalogue = venueCatalogue;
        this.feed = venueFeed;
        this.replies = replies;
        this.clock = clock;
    }

    /**
     * A venue as its manager describes it; only the name must be known.
     *
     * @param priceOre per hour, in öre
     * @param opens 08:00 when not said
     * @param closes 22:00 when not said
     */
    record VenueRequest(
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 200) String type,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 200) String> uses,
            @Nullable @Size(max = 100) List<@NotBlank @Size(max = 200) String> equipment,
            @Nullable @Min(1) @Max(100_000) Integer capacity,
            @Nullable @Size(max = 2_000) String whoMayRent,
            @Nullable @Size(max = 2_000) String cost,
            @Nullable @Min(0) @Max(100_000_000) Long priceOre,
            @Nullable @Size(max = 500) String contact,
            @Nullable @Valid Accessibility accessibility,
            @Nullable @Size(max = 500) String address,
            @Nullable LocalTime opens,
            @Nullable LocalTime closes,
            @Nullable @Size(max = 500) String source,
            @Nullable LocalDate asOf) {

        VenueFacts facts() {
            return new VenueFacts(
                    name,
                    type,
                    uses == null ? List.of() : uses,
                    equipment == null ? List.of() : equipment,
                    capacity,
                    whoMayRent,
                    cost,
                    priceOre,
                    contact,
                    accessibility == null ? Accessibility.UNKNOWN : accessibility,
                    address,
                    Objects.requireNonNullElse(opens, EARLIEST),
                    Objects.requireNonNullElse(closes, LATEST),
                    source,
                    asOf);
        }
    }

    /** A venue in the list, with why it was found. */
    record VenueView(VenueId id, VenueFacts facts, List<Reason> reasons) {}

    @GetMapping
    ResponseEntity<Listing<VenueView>> list(
            @ParameterObject @Valid PageRequest page,
            @RequestParam(name = "type", required = false) @Nullable List<String> types,
            @RequestParam(name = "step-free", required = false)
                    @Nullable List<@OneOf(Known.class) String> stepFree,
            @RequestParam(name = "capacity", required = false) @Nullable Long capacity,
            @RequestHeader(name = Replies.SEEN, required = false) @Nullable String seen) {
        boolean fresh = Seen.await(seen, feed);
        var query =
                Query.of(page.q())
                        .where("type", types)
                        .where("step-free", stepFree)
                        .orderedBy(
                                page.q() == null || page.q().isBlank()
                                        ? Order.alphabetical("name")
                                        : Order.RELEVANCE)
                        .limit(page.size())
                        .after(page.cursor());
        var found =
                catalogue.search(
                        capacity == null ? query : query.between("capacity", capacity, null));
        var items = found.items().stream().map(VenueController::view).toList();
        return Seen.mark(fresh)
                .body(new Listing<>(items, found.total(), found.next(), found.counts()));
    }

    @GetMapping("/{venue}")
    ResponseEntity<Object> one(@PathVariable VenueId venue) {
        return replies.found(
                venues.find(venue).orElseThrow(Problem::notFound), state -> view(state, List.of()));
    }

    @PutMapping("/{venue}")
    ResponseEntity<Object> describe(
            @PathVariable VenueId venue,
            @Valid @NotNull @RequestBody VenueRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        caller.mustBe(Role.VENUE_MANAGER, Role.STAFF);
        var facts = request.facts();
        if (!facts.opens().isBefore(facts.closes())) {
            throw Problem.badRequest("opens-after-closing");
        }
        var outcome =
                venues.handle(
                        venue,
                        new Describe(venue, facts, caller.subject(), clock.instant()),
                        Replies.ifMatch(ifMatch));
        return replies.of(outcome, state -> view(state, List.of()));
    }

    private static VenueView view(Hit hit) {
        return view(ContractJson.mapper().readValue(hit.payload(), Venue.class), hit.reasons());
    }

    private static VenueView view(Venue venue, List<Reason> reasons) {
        return new VenueView(venue.id(), venue.facts(), reasons);
    }
}
