package se.foreningstorget.register.leads;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.foreningstorget.contracts.register.Association;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.contracts.register.Contact;
import se.foreningstorget.contracts.register.Forward;
import se.foreningstorget.contracts.register.Lead;
import se.foreningstorget.contracts.register.LeadAnswer;
import se.foreningstorget.contracts.register.LeadId;
import se.foreningstorget.contracts.register.LeadStatus;
import se.foreningstorget.eventkit.Stored;
import se.foreningstorget.eventkit.web.Caller;
import se.foreningstorget.eventkit.web.Listing;
import se.foreningstorget.eventkit.web.Problem;
import se.foreningstorget.eventkit.web.Replies;
import se.foreningstorget.register.associations.Associations;
import se.foreningstorget.register.leads.LeadCommand.Answer;
import se.foreningstorget.register.leads.LeadCommand.Known;
import se.foreningstorget.register.leads.LeadCommand.Recipient;
import se.foreningstorget.register.text.PersonalNumbers;

/** A lead's way to associations: who could suit, sending it there, their answers. */
@RestController
@RequestMapping("/api/register/v1/leads/{id}")
class ForwardController {
    private final Leads leads;
    private final LeadHistory history;
    private final Associations associations;
    private final Suggestions suggestions;
    private final Replies replies;
    private final InstantSource clock;

    ForwardController(
            Leads leads,
            LeadHistory history,
            Associations associations,
            Suggestions suggestions,
            Replies replies,
            InstantSource clock) {
        this.leads = leads;
        this.history = history;
        this.associations = associations;
        this.suggestions = suggestions;
        this.replies = replies;
        this.clock = clock;
    }

    /** Where to send a lead. */
    record ForwardRequest(@NotEmpty @Size(max = 50) List<@NotNull AssociationId> associations) {}

    /** What an association answers. */
    record AnswerRequest(@NotNull LeadAnswer answer, @Nullable @Size(max = 2_000) String message) {}

    /** Who left a lead, as far as the association needs to know; nobody once it is withdrawn. */
    record ResidentView(@Nullable String name, @Nullable String email, @Nullable String phone) {}

    /** A lead as an association reads it. */
    record AskedView(
            LeadId id, String number, String wish, ResidentView resident, Instant leftAt) {}

    /** A lead at one association. */
    record ForwardedView(
            AskedView lead,
            AssociationId association,
            String associationName,
            @Nullable LeadAnswer answer,
            @Nullable String message,
            LeadStatus status) {}

    @GetMapping("/suggestions")
    Listing<Suggestions.Suggestion> suggestions(@PathVariable LeadId id, Caller caller) {
        LeadController.mustBeDesk(caller);
        var found = suggestions.of(stored(id).state().wish());
        return Listing.of(found, found.size(), null);
    }

    @PutMapping("/forwards")
    ResponseEntity<Object> forward(
            @PathVariable LeadId id,
            @Valid @RequestBody ForwardRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        LeadController.mustBeDesk(caller);
        var before = stored(id);
        var recipients =
                request.associations().stream()
                        .distinct()
                        .map(it -> new Recipient(it, known(it), Key.fresh()))
                        .toList();
        var command = new LeadCommand.Forward(id, recipients, caller.subject(), clock.instant());
        var outcome = leads.handle(id, command, Replies.ifMatch(ifMatch));
        return replies.of(outcome, lead -> LeadView.forDesk(lead, history.of(id, before.seq())));
    }

    @GetMapping("/forwards/{association}")
    ResponseEntity<Object> read(
            @PathVariable LeadId id,
            @PathVariable AssociationId association,
            @RequestHeader(name = Key.HEADER, required = false) @Nullable String key,
            Caller caller) {
        var stored = open(id, association, key, caller);
        return replies.found(stored, at(association), lead -> view(lead, association));
    }

    @PutMapping("/forwards/{association}/answer")
    ResponseEntity<Object> answer(
            @PathVariable LeadId id,
            @PathVariable AssociationId association,
            @Valid @RequestBody AnswerRequest request,
            @RequestHeader(name = Key.HEADER, required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        var unused = open(id, association, key, caller);
        var message = request.message();
        var command =
                new Answer(
                        id,
                        association,
                        request.answer(),
                        message == null || message.isBlank()
                                ? null
                                : PersonalNumbers.masked(message),
                        clock.instant());
        var outcome = leads.handle(id, command, Replies.ifMatch(ifMatch, at(association)));
        return replies.of(outcome, at(association), lead -> view(lead, association));
    }

    private Stored<Lead> stored(LeadId id) {
        return leads.find(id).map(ForgottenLead::mustNotBe).orElseThrow(Problem::notFound);
    }

    /** Whoever may not know of it is told that it is not there. */
    private Stored<Lead> open(
            LeadId id, AssociationId association, @Nullable String key, Caller caller) {
        return leads.find(id)
                .map(ForgottenLead::mustNotBe)
                .filter(stored ->
                        LeadRules.find(stored.state(), association)
                                .filter(forward ->
                                        LeadController.isDesk(caller)
                                                || caller.edits(association.value())
                                                || Key.fits(key, forward.key()))
                                .isPresent())
                .orElseThrow(Problem::notFound);
    }

    private @Nullable Known known(AssociationId id) {
        return associations.find(id).map(stored -> known(stored.state())).orElse(null);
    }

    private static Known known(Association association) {
        var facts = association.facts();
        return new Known(
                facts.name(),
                facts.kind().takesLeads(),
                facts.contacts().stream()
                        .map(Contact::email)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    private static Function<Lead, @Nullable Forward> at(AssociationId association) {
        return lead -> LeadRules.find(lead, association).orElse(null);
    }

    private static ForwardedView view(Lead lead, AssociationId association) {
        var forward = LeadRules.find(lead, association).orElseThrow();
        return new ForwardedView(
                new AskedView(
                        lead.id(),
                        lead.number(),
                        lead.status() == LeadStatus.WITHDRAWN ? "" : lead.wish(),
                        resident(lead),
                        lead.leftAt()),
                association,
                forward.associationName(),
                forward.answer(),
                forward.message(),
                lead.status());
    }

    private static ResidentView resident(Lead lead) {
        var resident = lead.resident();
        return lead.status() == LeadStatus.WITHDRAWN
                ? new ResidentView(null, null, null)
                : new ResidentView(resident.name(), resident.email(), resident.phone());
    }
}
