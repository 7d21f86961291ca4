package se.foreningstorget.register.leads;

import jakarta.validation.Valid;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.foreningstorget.contracts.register.Lead;
import se.foreningstorget.contracts.register.LeadId;
import se.foreningstorget.contracts.register.LeadStatus;
import se.foreningstorget.eventkit.Stored;
import se.foreningstorget.eventkit.TryLater;
import se.foreningstorget.eventkit.read.Feed;
import se.foreningstorget.eventkit.web.Caller;
import se.foreningstorget.eventkit.web.Listing;
import se.foreningstorget.eventkit.web.OneOf;
import se.foreningstorget.eventkit.web.PageRequest;
import se.foreningstorget.eventkit.web.Problem;
import se.foreningstorget.eventkit.web.Replies;
import se.foreningstorget.eventkit.web.Role;
import se.foreningstorget.eventkit.web.Seen;
import se.foreningstorget.register.leads.LeadCommand.Leave;
import se.foreningstorget.register.leads.LeadCommand.Withdraw;
import se.foreningstorget.searchkit.Hit;

/** Leaving a wish, following it, taking it back; and the volunteer centre's list of them. */
@RestController
@RequestMapping("/api/register/v1/leads")
class LeadController {
    /** What a lead's {@code by} says when the resident left it without help. */
    private static final String RESIDENT = "resident";

    private static final Duration MOST_START = Duration.ofSeconds(5);

    private final Leads leads;
    private final LeadNumbers numbers;
    private final LeadIndex index;
    private final LeadHistory history;
    private final Feed<Lead> feed;
    private final Replies replies;
    private final InstantSource clock;

    LeadController(
            Leads leads,
            LeadNumbers numbers,
            LeadIndex index,
            LeadHistory history,
            Feed<Lead> leadFeed,
            Replies replies,
            InstantSource clock) {
        this.leads = leads;
        this.numbers = numbers;
        this.index = index;
        this.history = history;
        this.feed = leadFeed;
        this.replies = replies;
        this.clock = clock;
    }

    /**
     * The receipt.
     *
     * @param masked true when a personal number was made unreadable; else absent
     */
    record Receipt(
            LeadId id,
            String number,
            LeadStatus status,
            String wish,
            String receiptKey,
            Instant leftAt,
            @Nullable Boolean masked) {}

    /** Anybody may leave one; a repeat of the same gets the same receipt. */
    @PutMapping("/{id}")
    ResponseEntity<Object> leave(
            @PathVariable LeadId id, @Valid @RequestBody LeadRequest request, Caller caller) {
        request.mustBeAgreedTo();
        var resident = request.resident();
        mustKnowEveryNumber();
        var outcome =
                leads.handle(
                        id,
                        new Leave(
                                id,
                                numbers.claim(id),
                                request.keptWish(),
                                resident,
                                Key.fresh(),
                                isDesk(caller) ? caller.subject() : RESIDENT,
                                clock.instant()));
        Boolean masked = request.isMasked() ? Boolean.TRUE : null;
        return replies.of(
                outcome,
                lead ->
                        new Receipt(
                                lead.id(),
                                lead.number(),
                                lead.status(),
                                lead.wish(),
                                lead.receiptKey(),
                                lead.leftAt(),
                                masked));
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> one(
            @PathVariable LeadId id,
            @RequestHeader(name = Key.HEADER, required = false) @Nullable String key,
            Caller caller) {
        var stored = open(id, key, caller);
        return replies.found(stored, lead -> view(lead, stored.seq(), caller));
    }

    /** The resident takes it back, or tells the volunteer centre to. */
    @DeleteMapping("/{id}")
    ResponseEntity<Object> withdraw(
            @PathVariable LeadId id,
            @RequestHeader(name = Key.HEADER, required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        var before = open(id, key, caller);
        var outcome = leads.handle(id, new Withdraw(id, clock.instant()), Replies.ifMatch(ifMatch));
        return replies.of(outcome, lead -> view(lead, before.seq(), caller));
    }

    @GetMapping
    ResponseEntity<Listing<LeadView>> list(
            @ParameterObject @Valid PageRequest page,
            @RequestParam(name = "status", required = false)
                    @Nullable List<@OneOf(LeadStatus.class) String> statuses,
            @RequestHeader(name = Replies.SEEN, required = false) @Nullable String seen,
            Caller caller) {
        mustBeDesk(caller);
        boolean fresh = Seen.await(seen, feed);
        var found = index.search(page.q(), statuses, page.size(), page.cursor());
        var items =
                leads.findAll(found.items().stream().map(Hit::id).toList()).stream()
                        .map(lead -> LeadView.forDesk(lead, null))
                        .toList();
        var counts = Map.of("status", found.counts().getOrDefault("status", Map.of()));
        return Seen.mark(fresh).body(new Listing<>(items, found.total(), found.next(), counts));
    }

    /** Only when every lead that is there has been seen is it sure which numbers are taken. */
    private void mustKnowEveryNumber() {
        try {
            if (!feed.awaitCaughtUp(MOST_START)) {
                throw new TryLater("busy", "not all leads have been seen since the start", null);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TryLater("busy", "stopped", stopped);
        }
    }

    /** Those who match leads with associations. */
    static boolean isDesk(Caller caller) {
        return caller.is(Role.VOLUNTEER_CENTRE, Role.STAFF);
    }

    static void mustBeDesk(Caller caller) {
        caller.mustBe(Role.VOLUNTEER_CENTRE, Role.STAFF);
    }

    /** Without the right key there is nothing here, whether there is a lead or not. */
    private Stored<Lead> open(LeadId id, @Nullable String key, Caller caller) {
        return leads.find(id)
                .map(ForgottenLead::mustNotBe)
                .filter(stored -> isDesk(caller) || Key.fits(key, stored.state().receiptKey()))
                .orElseThrow(Problem::notFound);
    }

    private LeadView view(Lead lead, long seq, Caller caller) {
        var lines = history.of(lead.id(), seq);
        return isDesk(caller) ? LeadView.forDesk(lead, lines) : LeadView.forResident(lead, lines);
    }
}
