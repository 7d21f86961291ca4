package se.foreningstorget.register.leads;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.contracts.register.Forward;
import se.foreningstorget.contracts.register.Hold;
import se.foreningstorget.contracts.register.Lead;
import se.foreningstorget.contracts.register.LeadAnswer;
import se.foreningstorget.contracts.register.LeadId;
import se.foreningstorget.contracts.register.LeadStatus;
import se.foreningstorget.contracts.register.Resident;

/**
 * A lead as its resident, or the volunteer centre, sees it.
 *
 * @param history null in lists
 * @param resident for the volunteer centre only
 * @param tellByPhone whether mail does not reach the resident; for the volunteer centre only
 * @param hold why it is kept from disposal; for the volunteer centre only
 */
record LeadView(
        LeadId id,
        String number,
        LeadStatus status,
        String wish,
        Instant leftAt,
        List<ForwardView> forwards,
        @Nullable List<LeadHistory.Line> history,
        @Nullable Resident resident,
        @Nullable Boolean tellByPhone,
        @Nullable Hold hold) {

    /** Where the lead is or was, and what was answered. */
    record ForwardView(
            AssociationId association,
            String associationName,
            Instant at,
            @Nullable LeadAnswer answer,
            @Nullable String message,
            @Nullable Instant answeredAt) {
        private static ForwardView of(Forward forward) {
            return new ForwardView(
                    forward.association(),
                    forward.associationName(),
                    forward.at(),
                    forward.answer(),
                    forward.message(),
                    forward.answeredAt());
        }
    }

    static LeadView forResident(Lead lead, @Nullable List<LeadHistory.Line> history) {
        return of(lead, history, null, null, null);
    }

    static LeadView forDesk(Lead lead, @Nullable List<LeadHistory.Line> history) {
        return of(lead, history, lead.resident(), lead.resident().email() == null, lead.hold());
    }

    private static LeadView of(
            Lead lead,
            @Nullable List<LeadHistory.Line> history,
            @Nullable Resident resident,
            @Nullable Boolean tellByPhone,
            @Nullable Hold hold) {
        return new LeadView(
                lead.id(),
                lead.number(),
                lead.status(),
                lead.wish(),
                lead.leftAt(),
                lead.forwards().stream().map(ForwardView::of).toList(),
                history,
                resident,
                tellByPhone,
                hold);
    }
}
