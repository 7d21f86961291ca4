package se.foreningstorget.register.leads;

import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.contracts.register.Lead;
import se.foreningstorget.contracts.register.LeadAnswer;
import se.foreningstorget.contracts.register.LeadId;
import se.foreningstorget.eventkit.read.Feed;
import se.foreningstorget.eventkit.web.Caller;
import se.foreningstorget.eventkit.web.Listing;
import se.foreningstorget.eventkit.web.OneOf;
import se.foreningstorget.eventkit.web.PageRequest;
import se.foreningstorget.eventkit.web.Problem;
import se.foreningstorget.eventkit.web.Replies;
import se.foreningstorget.eventkit.web.Role;
import se.foreningstorget.eventkit.web.Seen;
import se.foreningstorget.register.associations.Associations;
import se.foreningstorget.searchkit.Hit;

/** What waits at an association's own door: the leads that were forwarded to it. */
@RestController
@RequestMapping("/api/register/v1/associations/{association}/leads")
class AssociationLeadsController {
    private final Leads leads;
    private final LeadIndex index;
    private final Feed<Lead> feed;
    private final Associations associations;

    AssociationLeadsController(
            Leads leads, LeadIndex index, Feed<Lead> leadFeed, Associations associations) {
        this.leads = leads;
        this.index = index;
        this.feed = leadFeed;
        this.associations = associations;
    }

    /**
     * A lead in the list. Who left it stands only where one lead is opened.
     *
     * @param wish empty once the lead is withdrawn
     * @param answer null while the association has not answered
     */
    record ForwardedLead(
            LeadId id,
            String number,
            String wish,
            ForwardState status,
            Instant forwardedAt,
            @Nullable LeadAnswer answer) {}

    /**
     * For the association's editors, the volunteer centre and staff; newest first.
     *
     * @param statuses {@code waiting}, {@code answered} or {@code withdrawn}; all when not said
     */
    @GetMapping
    ResponseEntity<Listing<ForwardedLead>> list(
            @PathVariable AssociationId association,
            @ParameterObject @Valid PageRequest page,
            @RequestParam(name = "status", required = false)
                    @Nullable List<@OneOf(ForwardState.class) String> statuses,
            @RequestHeader(name = Replies.SEEN, required = false) @Nullable String seen,
            Caller caller) {
        caller.mustEdit(association.value(), Role.VOLUNTEER_CENTRE, Role.STAFF);
        if (associations.find(association).isEmpty()) {
            throw Problem.notFound();
        }
        var states = ForwardState.named(statuses);
        boolean fresh = Seen.await(seen, feed);
        var found = index.forwardedTo(association, states, page.q(), page.size(), page.cursor());
        var items =
                leads.findAll(found.items().stream().map(Hit::id).toList()).stream()
                        .flatMap(lead -> at(association, lead))
                        .toList();
        return Seen.mark(fresh).body(Listing.of(items, found.total(), found.next()));
    }

    private static Stream<ForwardedLead> at(AssociationId association, Lead lead) {
        return LeadRules.find(lead, association).stream()
                .map(forward -> {
                    var state = ForwardState.of(lead, forward);
                    return new ForwardedLead(
                            lead.id(),
                            lead.number(),
                            state == ForwardState.WITHDRAWN ? "" : lead.wish(),
                            state,
                            forward.at(),
                            forward.answer());
                });
    }
}
