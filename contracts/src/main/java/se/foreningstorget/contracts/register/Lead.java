package se.foreningstorget.contracts.register;

import java.time.Instant;
import java.util.List;

/**
 * "I would like to sing in a choir": a resident's interest, on its way to associations.
 *
 * @param number short enough to read out over the telephone, like {@code 481-372}
 * @param wish in the resident's own words
 * @param receiptKey what the receipt's link carries: whoever holds it may follow and withdraw
 * @param by who left it: the resident, or staff for someone on the telephone
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
        Instant leftAt) {
    public Lead {
        forwards = forwards == null ? List.of() : List.copyOf(forwards);
    }
}
