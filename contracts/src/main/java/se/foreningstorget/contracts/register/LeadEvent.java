package se.foreningstorget.contracts.register;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.WireName;

/** What can have happened to an interest lead. */
public sealed interface LeadEvent {
    LeadId id();

    Instant at();

    /** A resident left it. */
    @WireName("lead-left")
    record LeadLeft(
            LeadId id,
            String number,
            String wish,
            Resident resident,
            String receiptKey,
            String by,
            Instant at)
            implements LeadEvent {}

    /** The volunteer centre sent it to one or more associations in one act. */
    @WireName("lead-forwarded")
    record LeadForwarded(LeadId id, List<Forward> forwards, String by, Instant at)
            implements LeadEvent {
        public LeadForwarded {
            forwards = List.copyOf(forwards);
        }
    }

    /** An association answered. */
    @WireName("lead-answered")
    record LeadAnswered(
            LeadId id,
            AssociationId association,
            LeadAnswer answer,
            @Nullable String message,
            Instant at)
            implements LeadEvent {}

    /** The resident took it back. */
    @WireName("lead-withdrawn")
    record LeadWithdrawn(LeadId id, Instant at) implements LeadEvent {}

    /** A disclosure request is open: it must not be disposed of. */
    @WireName("lead-held")
    record LeadHeld(LeadId id, Hold hold, Instant at) implements LeadEvent {}

    /** It may be disposed of again. */
    @WireName("lead-released")
    record LeadReleased(LeadId id, String by, Instant at) implements LeadEvent {}

    /** Its time was up: all that was known of the person and the wish is gone. */
    @WireName("lead-forgotten")
    record LeadForgotten(LeadId id, Instant at) implements LeadEvent {}
}
