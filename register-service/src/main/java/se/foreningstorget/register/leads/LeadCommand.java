package se.foreningstorget.register.leads;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.contracts.register.LeadAnswer;
import se.foreningstorget.contracts.register.LeadId;
import se.foreningstorget.contracts.register.Resident;

/** What can be asked of an interest lead. Keys, which are chance, come in with the command. */
sealed interface LeadCommand {

    /**
     * Leave it at the volunteer centre's desk.
     *
     * @param number the short number that was claimed for it
     */
    record Leave(
            LeadId id,
            String number,
            String wish,
            Resident resident,
            String receiptKey,
            String by,
            Instant now)
            implements LeadCommand {}

    /** Send it to associations, all or none. */
    record Forward(LeadId id, List<Recipient> recipients, String by, Instant now)
            implements LeadCommand {
        public Forward {
            recipients = List.copyOf(recipients);
        }
    }

    /**
     * An association to send it to, as the register knows it.
     *
     * @param known null when the register has no such association
     * @param key what the mailed link is to carry
     */
    record Recipient(AssociationId association, @Nullable Known known, String key) {}

    /**
     * What the register says of an association.
     *
     * @param contactEmail null when it has no contact with an address
     */
    record Known(String name, boolean takesLeads, @Nullable String contactEmail) {}

    /** Say what the association says to it. */
    record Answer(
            LeadId id,
            AssociationId association,
            LeadAnswer answer,
            @Nullable String message,
            Instant now)
            implements LeadCommand {}

    /** Take it back. */
    record Withdraw(LeadId id, Instant now) implements LeadCommand {}

    /** Keep it from disposal while a disclosure request is open. */
    record Keep(LeadId id, String reason, String by, Instant now) implements LeadCommand {}

    /** Let it be disposed of again. */
    record Release(LeadId id, String by, Instant now) implements LeadCommand {}

    /**
     * Dispose of it, if nothing keeps it and nothing was done about it since.
     *
     * @param untouchedSince when something was last done about it, as far as the clock knows
     */
    record Forget(LeadId id, Instant untouchedSince, Instant now) implements LeadCommand {}
}
