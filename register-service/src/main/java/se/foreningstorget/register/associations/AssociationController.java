package se.foreningstorget.register.associations;

import jakarta.validation.Valid;
import java.time.InstantSource;
import java.util.List;
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
import se.foreningstorget.contracts.register.Association;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.contracts.register.AssociationKind;
import se.foreningstorget.contracts.register.Source;
import se.foreningstorget.eventkit.Stored;
import se.foreningstorget.eventkit.read.Feed;
import se.foreningstorget.eventkit.web.Caller;
import se.foreningstorget.eventkit.web.Listing;
import se.foreningstorget.eventkit.web.OneOf;
import se.foreningstorget.eventkit.web.PageRequest;
import se.foreningstorget.eventkit.web.Problem;
import se.foreningstorget.eventkit.web.Replies;
import se.foreningstorget.eventkit.web.Role;
import se.foreningstorget.eventkit.web.Seen;
import se.foreningstorget.register.associations.AssociationCommand.Describe;
import se.foreningstorget.register.vocabulary.Vocabulary;

/** The register: finding an association, reading of it, keeping its entry true. */
@RestController
@RequestMapping("/api/register/v1/associations")
class AssociationController {
    private final Associations associations;
    private final AssociationIndex index;
    private final AssociationHistory history;
    private final Feed<Association> feed;
    private final Vocabulary vocabulary;
    private final SourceNotes notes;
    private final Replies replies;
    private final InstantSource clock;

    AssociationController(
            Associations associations,
            AssociationIndex index,
            AssociationHistory history,
            Feed<Association> associationFeed,
            Vocabulary vocabulary,
            SourceNotes notes,
            Replies replies,
            InstantSource clock) {
        this.associations = associations;
        this.index = index;
        this.history = history;
        this.feed = associationFeed;
        this.vocabulary = vocabulary;
        this.notes = notes;
        this.replies = replies;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<Listing<AssociationView>> list(
            @ParameterObject @Valid PageRequest page,
            @RequestParam(name = "tag", required = false) @Nullable List<String> tags,
            @RequestParam(name = "kind", required = false)
                    @Nullable List<@OneOf(AssociationKind.class) String> kinds,
            @RequestHeader(name = Replies.SEEN, required = false) @Nullable String seen,
            Caller caller) {
        boolean fresh = Seen.await(seen, feed);
        if (tags != null) {
            vocabulary
                    .firstUnknown(tags)
                    .ifPresent(tag -> {
                        throw Problem.badRequest("unknown-tag", tag);
                    });
        }
        var found = index.search(page.q(), tags, kinds, page.size(), page.cursor());
        var items =
                found.items().stream()
                        .map(hit -> {
                            var association = AssociationIndex.read(hit);
                            return AssociationView.of(
                                    association, caller, notes.of(association), hit.reasons());
                        })
                        .toList();
        return Seen.mark(fresh)
                .body(new Listing<>(items, found.total(), found.next(), found.counts()));
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> one(@PathVariable AssociationId id, Caller caller) {
        return replies.found(stored(id), association -> view(association, caller));
    }

    @PutMapping("/{id}")
    ResponseEntity<Object> describe(
            @PathVariable AssociationId id,
            @Valid @RequestBody AssociationRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        caller.mustEdit(id.value(), Role.STAFF);
        var command =
                new Describe(
                        id,
                        request.facts(vocabulary),
                        request.kindSaid(),
                        request.tagsSaid(),
                        caller.edits(id.value()) ? Source.ASSOCIATION : Source.STAFF,
                        caller.subject(),
                        clock.instant());
        var outcome = associations.handle(id, command, Replies.ifMatch(ifMatch));
        return replies.of(outcome, association -> view(association, caller));
    }

    @GetMapping("/{id}/history")
    Listing<AssociationHistory.View> history(@PathVariable AssociationId id, Caller caller) {
        caller.mustEdit(id.value(), Role.STAFF);
        var stored = stored(id);
        var lines = history.of(id, stored.seq());
        return Listing.of(lines, lines.size(), null);
    }

    private Stored<Association> stored(AssociationId id) {
        return associations.find(id).orElseThrow(Problem::notFound);
    }

    private AssociationView view(Association association, Caller caller) {
        return AssociationView.of(association, caller, notes.of(association), null);
    }
}
