package se.foreningstorget.register.leads;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.register.Lead;
import se.foreningstorget.contracts.register.LeadId;
import se.foreningstorget.eventkit.Stored;
import se.foreningstorget.eventkit.retention.Archive;
import se.foreningstorget.eventkit.retention.DisposalClock;
import se.foreningstorget.eventkit.retention.Kind;
import se.foreningstorget.eventkit.retention.Kinds;
import se.foreningstorget.eventkit.retention.RetentionRules;
import se.foreningstorget.register.leads.LeadCommand.Forget;

/** When a lead's time is up, by the rule for how it ended; its history goes with it. */
final class LeadDisposal {
    private static final Kind OPEN =
            new Kind("lead-without-answer", "last-touched", Duration.ZERO, true);
    private static final Kind ANSWERED =
            new Kind("lead-answered", "last-touched", Duration.ZERO, true);
    private static final Kind WITHDRAWN =
            new Kind("lead-withdrawn", "withdrawn", Duration.ZERO, true);

    static final Kinds KINDS = Kinds.of(OPEN, ANSWERED, WITHDRAWN);

    private final Leads leads;
    private final RetentionRules rules;
    private final Archive archive;
    private final DisposalClock disposals;
    private final InstantSource clock;

    LeadDisposal(
            Leads leads,
            RetentionRules rules,
            Archive archive,
            DisposalClock disposals,
            InstantSource clock) {
        this.leads = leads;
        this.rules = rules;
        this.archive = archive;
        this.disposals = disposals;
        this.clock = clock;
    }

    /** Takes in how a lead stands now. */
    void expect(Lead lead) {
        var touched = LeadRules.lastTouched(lead);
        disposals.expect("lead/" + lead.id(), due(lead, touched), () -> forget(lead.id(), touched));
    }

    private @Nullable Instant due(Lead lead, Instant touched) {
        var kind = kind(lead);
        return kind == null || lead.hold() != null ? null : rules.of(kind).due(touched);
    }

    private void forget(LeadId id, Instant touched) {
        leads.find(id)
                .map(Stored::state)
                .ifPresent(lead -> {
                    var kind = kind(lead);
                    if (kind != null && lead.hold() == null) {
                        archive.keep(rules.of(kind), id.value(), lead);
                    }
                    var unused = leads.handle(id, new Forget(id, touched, clock.instant()));
                });
    }

    private static @Nullable Kind kind(Lead lead) {
        return switch (lead.status()) {
            case WAITING, FORWARDED -> OPEN;
            case ANSWERED -> ANSWERED;
            case WITHDRAWN -> WITHDRAWN;
            case FORGOTTEN -> null;
        };
    }
}
