package se.foreningstorget.register.leads;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.foreningstorget.contracts.register.LeadId;
import se.foreningstorget.eventkit.web.Caller;
import se.foreningstorget.eventkit.web.Problem;
import se.foreningstorget.eventkit.web.Replies;
import se.foreningstorget.eventkit.web.Role;

/** Staff keep a lead from disposal while somebody's request to see it is open. */
@RestController
@RequestMapping("/api/register/v1/leads/{id}/hold")
class HoldController {
    private final Leads leads;
    private final Replies replies;
    private final InstantSource clock;

    HoldController(Leads leads, Replies replies, InstantSource clock) {
        this.leads = leads;
        this.replies = replies;
        this.clock = clock;
    }

    /**
     * Why a lead must be kept.
     *
     * @param reason the request's reference; no names
     */
    record HoldRequest(@NotBlank @Size(max = 200) String reason) {}

    @PutMapping
    ResponseEntity<Object> keep(
            @PathVariable LeadId id,
            @Valid @RequestBody HoldRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        var command = new LeadCommand.Keep(id, request.reason(), caller.subject(), clock.instant());
        return handle(id, command, ifMatch, caller);
    }

    @DeleteMapping
    ResponseEntity<Object> release(
            @PathVariable LeadId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        var command = new LeadCommand.Release(id, caller.subject(), clock.instant());
        return handle(id, command, ifMatch, caller);
    }

    private ResponseEntity<Object> handle(
            LeadId id, LeadCommand command, @Nullable String ifMatch, Caller caller) {
        caller.mustBe(Role.STAFF);
        var unused = leads.find(id).map(ForgottenLead::mustNotBe).orElseThrow(Problem::notFound);
        var outcome = leads.handle(id, command, Replies.ifMatch(ifMatch));
        return replies.of(outcome, lead -> LeadView.forDesk(lead, null));
    }
}
