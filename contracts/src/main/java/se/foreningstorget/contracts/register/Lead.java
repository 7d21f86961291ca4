package se.foreningstorget.contracts.register;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.Language;

/**
 * "I would like to sing in a choir": a resident's interest, on its way to associations.
 *
 * @param number short enough to read out over the telephone, like {@code 481-372}
 * @param wish in the resident's own words; empty once the lead is forgotten
 * @param resident without name, address and telephone once the lead is forgotten
 * @param receiptKey what the receipt's link carries: whoever holds it may follow and withdraw;
 *     empty once the lead is forgotten
 * @param by who left it: the resident, or staff for someone on the telephone; empty once the lead
 *     is forgotten
 * @param forwards none once the lead is forgotten
 * @param withdrawnAt when the resident took it back
 * @param hold why it must not be disposed of just now
 * @param forgottenAt when it was disposed of
 */
public record Lead(
        LeadId id,
        String number,
        String wish,
        Resident resident,
        String receiptKey,
        String by,
        LeadStatus status,
        List<Forward> forwards,
        Instant leftAt,
        @Nullable Instant withdrawnAt,
        @Nullable Hold hold,
        @Nullable Instant forgottenAt) {
    private static final Resident NOBODY = new Resident(null, null, null, Language.SV);

    public Lead {
        forwards = forwards == null ? List.of() : List.copyOf(forwards);
    }

    /** A lead nobody has done anything about yet. */
    public static Lead left(
            LeadId id,
            String number,
            String wish,
            Resident resident,
            String receiptKey,
            String by,
            Instant at) {
        return new Lead(
                id,
                number,
                wish,
                resident,
                receiptKey,
                by,
                LeadStatus.WAITING,
                List.of(),
                at,
                null,
                null,
                null);
    }

    public Lead forwarded(List<Forward> forwards, LeadStatus status) {
        return new Lead(
                id,
                number,
                wish,
                resident,
                receiptKey,
                by,
                status,
                forwards,
                leftAt,
                withdrawnAt,
                hold,
                forgottenAt);
    }

    public Lead withdrawn(Instant at) {
        return new Lead(
                id,
                number,
                wish,
                resident,
                receiptKey,
                by,
                LeadStatus.WITHDRAWN,
                forwards,
                leftAt,
                at,
                hold,
                forgottenAt);
    }

    /** Kept from disposal, or with null no longer. */
    public Lead held(@Nullable Hold hold) {
        return new Lead(
                id,
                number,
                wish,
                resident,
                receiptKey,
                by,
                status,
                forwards,
                leftAt,
                withdrawnAt,
                hold,
                forgottenAt);
    }

    /** All that stays: that there was a lead of this number, and from when to when. */
    public Lead forgotten(Instant at) {
        return new Lead(
                id,
                number,
                "",
                NOBODY,
                "",
                "",
                LeadStatus.FORGOTTEN,
                List.of(),
                leftAt,
                null,
                null,
                at);
    }
}
