package se.foreningstorget.register.leads;

import java.time.Instant;
import se.foreningstorget.contracts.register.Lead;
import se.foreningstorget.contracts.register.LeadStatus;
import se.foreningstorget.eventkit.Stored;

/** A request for a lead that was disposed of. */
final class ForgottenLead extends RuntimeException {
    private final String number;
    private final Instant at;

    private ForgottenLead(String number, Instant at) {
        super(number, null, false, false);
        this.number = number;
        this.at = at;
    }

    /**
     * The lead, unless it was forgotten. Whoever asks is told so: no key opens it any more, and
     * nothing is left that a key would protect.
     */
    static Stored<Lead> mustNotBe(Stored<Lead> stored) {
        var lead = stored.state();
        if (lead.status() == LeadStatus.FORGOTTEN) {
            var at = lead.forgottenAt();
            throw new ForgottenLead(lead.number(), at == null ? lead.leftAt() : at);
        }
        return stored;
    }

    String number() {
        return number;
    }

    Instant at() {
        return at;
    }
}
