package se.foreningstorget.register.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.contracts.Language;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.contracts.register.Forward;
import se.foreningstorget.contracts.register.Hold;
import se.foreningstorget.contracts.register.Lead;
import se.foreningstorget.contracts.register.LeadAnswer;
import se.foreningstorget.contracts.register.LeadEvent;
import se.foreningstorget.contracts.register.LeadEvent.LeadAnswered;
import se.foreningstorget.contracts.register.LeadEvent.LeadForgotten;
import se.foreningstorget.contracts.register.LeadEvent.LeadForwarded;
import se.foreningstorget.contracts.register.LeadEvent.LeadHeld;
import se.foreningstorget.contracts.register.LeadEvent.LeadLeft;
import se.foreningstorget.contracts.register.LeadEvent.LeadReleased;
import se.foreningstorget.contracts.register.LeadEvent.LeadWithdrawn;
import se.foreningstorget.contracts.register.LeadId;
import se.foreningstorget.contracts.register.Resident;
import se.foreningstorget.eventkit.testing.Scenario;
import se.foreningstorget.register.leads.LeadCommand.Forget;
import se.foreningstorget.register.leads.LeadCommand.Keep;
import se.foreningstorget.register.leads.LeadCommand.Leave;
import se.foreningstorget.register.leads.LeadCommand.Release;
import se.foreningstorget.register.leads.LeadCommand.Withdraw;

/** How a lead is disposed of, and kept from it. */
class LeadForgettingTest {
    private static final LeadId ID = new LeadId("wish");
    private static final Instant LEFT_AT = Instant.parse("2026-11-01T10:00:00Z");
    private static final Instant SENT_AT = LEFT_AT.plus(Duration.ofDays(1));
    private static final Instant ANSWERED_AT = LEFT_AT.plus(Duration.ofDays(2));
    private static final Instant NOW = Instant.parse("2027-11-22T10:00:00Z");
    private static final Resident ALMA =
            new Resident("Alma", "alma@example.org", "042-10 50 00", Language.EN);
    private static final AssociationId CHOIR = new AssociationId("choir");

    private static final LeadEvent LEFT =
            new LeadLeft(ID, "481-372", "sing", ALMA, "secret-1", "desk-7", LEFT_AT);
    private static final LeadEvent SENT =
            new LeadForwarded(
                    ID,
                    List.of(Forward.sent(CHOIR, "Choir", "c@example.org", "secret-2", SENT_AT)),
                    "desk-7",
                    SENT_AT);
    private static final LeadEvent ANSWERED =
            new LeadAnswered(ID, CHOIR, LeadAnswer.WELCOME, "Come, Alma", ANSWERED_AT);
    private static final LeadEvent HELD = new LeadHeld(ID, new Hold("KS 481", "staff", NOW), NOW);
    private static final LeadEvent FORGOTTEN = new LeadForgotten(ID, NOW);

    private final Scenario<Lead, LeadCommand, LeadEvent> lead =
            new Scenario<>(LeadRules::decide, LeadRules::evolve);

    private static Forget forget(Instant untouchedSince) {
        return new Forget(ID, untouchedSince, NOW);
    }

    @Test
    void whatNobodyTouchedSinceIsForgotten() {
        lead.given(LEFT, SENT, ANSWERED).when(forget(ANSWERED_AT)).thenHappened(FORGOTTEN);
    }

    @Test
    void nothingOfThePersonIsLeft() {
        Lead state = null;
        for (var event : List.of(LEFT, SENT, ANSWERED, FORGOTTEN)) {
            state = LeadRules.evolve(state, event);
        }
        assertThat(ContractJson.mapper().writeValueAsString(state))
                .isEqualToIgnoringWhitespace(
                        """
                        {"id":"wish","number":"481-372","wish":"","resident":{"language":"sv"},
                         "receiptKey":"","by":"","status":"forgotten","forwards":[],
                         "leftAt":"2026-11-01T10:00:00Z","forgottenAt":"2027-11-22T10:00:00Z"}
                        """);
    }

    @Test
    void whatWasTouchedSinceIsNot() {
        lead.given(LEFT, SENT, ANSWERED).when(forget(SENT_AT)).thenUnchanged();
        lead.given(LEFT, new LeadWithdrawn(ID, NOW)).when(forget(LEFT_AT)).thenUnchanged();
    }

    @Test
    void twiceIsOnce() {
        lead.given(LEFT, FORGOTTEN).when(forget(LEFT_AT)).thenUnchanged();
    }

    @Test
    void aHoldKeepsIt() {
        var keep = new Keep(ID, "KS 481", "staff", NOW);
        lead.given(LEFT).when(keep).thenHappened(HELD);
        lead.given(LEFT, HELD).when(keep).thenUnchanged();
        lead.given(LEFT, HELD).when(forget(LEFT_AT)).thenUnchanged();
    }

    @Test
    void aReleaseLetsItGo() {
        var release = new Release(ID, "staff", NOW);
        var released = new LeadReleased(ID, "staff", NOW);
        lead.given(LEFT, HELD).when(release).thenHappened(released);
        lead.given(LEFT).when(release).thenUnchanged();
        lead.given(LEFT, HELD, released).when(forget(LEFT_AT)).thenHappened(FORGOTTEN);
    }

    @Test
    void aForgottenLeadTakesNothingMore() {
        lead.given(LEFT, FORGOTTEN)
                .when(new Leave(ID, "481-372", "sing", ALMA, "secret-3", "resident", NOW))
                .thenRejected(LeadRejection.ID_IN_USE);
        lead.given(LEFT, FORGOTTEN)
                .when(new Withdraw(ID, NOW))
                .thenRejected(LeadRejection.NO_SUCH_LEAD);
        lead.given(LEFT, FORGOTTEN)
                .when(new Keep(ID, "too late", "staff", NOW))
                .thenRejected(LeadRejection.NO_SUCH_LEAD);
    }
}
