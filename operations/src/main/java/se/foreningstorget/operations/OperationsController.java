package se.foreningstorget.operations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.foreningstorget.eventkit.AggregateFactory;
import se.foreningstorget.eventkit.Aggregates;
import se.foreningstorget.eventkit.EventRecord;
import se.foreningstorget.eventkit.watch.Backlog;
import se.foreningstorget.eventkit.web.Caller;
import se.foreningstorget.eventkit.web.Listing;
import se.foreningstorget.eventkit.web.Problem;
import se.foreningstorget.eventkit.web.Role;
import tools.jackson.core.JacksonException;

/** An operator's side of a service; for staff alone. */
@RestController
@RequestMapping("${foreningstorget.api-base}/operations")
class OperationsController {
    private final AggregateFactory aggregates;
    private final Backlog backlog;
    private final ParkedRecords parked;
    private final CheckRuns checks;

    OperationsController(
            AggregateFactory aggregates, Backlog backlog, ParkedRecords parked, CheckRuns checks) {
        this.aggregates = aggregates;
        this.backlog = backlog;
        this.parked = parked;
        this.checks = checks;
    }

    /** How far this service's groups are behind, and what it has yet to send. */
    @GetMapping("/lag")
    Backlog.Report lag(Caller caller) {
        caller.mustBe(Role.STAFF);
        return backlog.now();
    }

    /** Starts a comparison of copies with sources, unless one goes on. */
    @PostMapping("/checks")
    ResponseEntity<CheckRuns.Run> check(Caller caller) {
        caller.mustBe(Role.STAFF);
        return ResponseEntity.accepted().body(checks.start());
    }

    @GetMapping("/checks")
    CheckRuns.Run lastCheck(Caller caller) {
        caller.mustBe(Role.STAFF);
        return checks.last();
    }

    @GetMapping("/parked")
    Listing<ParkedRecord> parked(Caller caller) {
        caller.mustBe(Role.STAFF);
        var waiting = parked.waiting();
        return Listing.of(waiting, waiting.size(), null);
    }

    /**
     * A parked record with what it says.
     *
     * @param record null when it is not a record of ours
     * @param text the bytes as text, when they are not
     */
    record Look(ParkedRecord parked, @Nullable EventRecord record, @Nullable String text) {}

    @GetMapping("/parked/{id}")
    Look look(@PathVariable String id, Caller caller) {
        caller.mustBe(Role.STAFF);
        var found = parked.find(id).orElseThrow(Problem::notFound);
        try {
            return new Look(found, EventRecord.read(found.payload()), null);
        } catch (JacksonException unreadable) {
            return new Look(found, null, new String(found.payload(), StandardCharsets.UTF_8));
        }
    }

    /** Why a record is settled so. */
    record Reason(@NotBlank @Size(max = 1_000) String reason) {}

    @PostMapping("/parked/{id}/put-back")
    ResponseEntity<Void> putBack(
            @PathVariable String id, @Valid @RequestBody Reason reason, Caller caller) {
        caller.mustBe(Role.STAFF);
        var found = parked.find(id).orElseThrow(Problem::notFound);
        parked.putBack(found, caller.subject(), reason.reason());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/parked/{id}/drop")
    ResponseEntity<Void> drop(
            @PathVariable String id, @Valid @RequestBody Reason reason, Caller caller) {
        caller.mustBe(Role.STAFF);
        var found = parked.find(id).orElseThrow(Problem::notFound);
        parked.drop(found, caller.subject(), reason.reason());
        return ResponseEntity.noContent().build();
    }

    /**
     * What to say again.
     *
     * @param topic one of this service's own; null: all of them
     * @param id one document; null: all
     * @param since only what was changed at or after this moment
     */
    record Republishing(@Nullable String topic, @Nullable String id, @Nullable Instant since) {}

    /** One document at once; more of them behind the reply. */
    @PostMapping("/republishing")
    ResponseEntity<Void> republish(@Valid @RequestBody Republishing wanted, Caller caller) {
        caller.mustBe(Role.STAFF);
        var topic = wanted.topic();
        List<Aggregates<?, ?, ?>> of =
                aggregates.all().stream()
                        .filter(each -> topic == null || each.topic().name().equals(topic))
                        .toList();
        var id = wanted.id();
        if (of.isEmpty() || (id != null && topic == null)) {
            throw Problem.badRequest("unknown-topic", topics());
        }
        if (id != null) {
            var one = of.getFirst();
            if (one.find(id).isEmpty()) {
                throw Problem.notFound();
            }
            one.republish(id, Long.MAX_VALUE);
            return ResponseEntity.noContent().build();
        }
        var since = wanted.since() == null ? Instant.MIN : wanted.since();
        Thread.ofVirtual()
                .name("republish")
                .start(() -> of.forEach(each -> each.republishSince(since)));
        return ResponseEntity.accepted().build();
    }

    private String topics() {
        return String.join(
                ", ", aggregates.all().stream().map(each -> each.topic().name()).toList());
    }
}
