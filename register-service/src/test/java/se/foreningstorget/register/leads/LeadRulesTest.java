package se.foreningstorget.register.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.foreningstorget.contracts.Language;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.contracts.register.Forward;
import se.foreningstorget.contracts.register.Lead;
import se.foreningstorget.contracts.register.LeadAnswer;
import se.foreningstorget.contracts.register.LeadEvent;
import se.foreningstorget.contracts.register.LeadEvent.LeadAnswered;
import se.foreningstorget.contracts.register.LeadEvent.LeadForwarded;
import se.foreningstorget.contracts.register.LeadEvent.LeadLeft;
import se.foreningstorget.contracts.register.LeadEvent.LeadWithdrawn;
import se.foreningstorget.contracts.register.LeadId;
import se.foreningstorget.contracts.register.LeadStatus;
import se.foreningstorget.contracts.register.Resident;
import se.foreningstorget.eventkit.testing.Scenario;
import se.foreningstorget.register.TextsTest;
import se.foreningstorget.register.leads.LeadCommand.Answer;
import se.foreningstorget.register.leads.LeadCommand.Known;
import se.foreningstorget.register.leads.LeadCommand.Leave;
import se.foreningstorget.register.leads.LeadCommand.Recipient;
import se.foreningstorget.register.leads.LeadCommand.Withdraw;

/** The rules of a lead. */
class LeadRulesTest {
    private static final LeadId ID = new LeadId("wish");
    private static final Instant THEN = Instant.parse("2026-11-01T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Resident ALMA = new Resident("Alma", null, "042-10 50 00", Language.SV);
    private static final AssociationId CHOIR = new AssociationId("choir");
    private static final AssociationId BAND = new AssociationId("band");
    private static final Known WITH_CONTACT = new Known("Kören", true, "koren@example.org");

    private static final LeadEvent LEFT =
            new LeadLeft(ID, "481-372", "sjunga", ALMA, "key", "resident", THEN);
    private static final LeadEvent AT_CHOIR =
            new LeadForwarded(ID, List.of(sent(CHOIR, "k1", THEN)), "desk", THEN);
    private static final LeadEvent AT_BAND =
            new LeadForwarded(ID, List.of(sent(BAND, "k2", THEN)), "desk", THEN);
    private static final LeadEvent WITHDRAWN = new LeadWithdrawn(ID, THEN);

    private final Scenario<Lead, LeadCommand, LeadEvent> lead =
            new Scenario<>(LeadRules::decide, LeadRules::evolve);

    private static Forward sent(AssociationId association, String key, Instant at) {
        return Forward.sent(association, "Kören", "koren@example.org", key, at);
    }

    private static Leave leave(String wish) {
        return new Leave(ID, "481-372", wish, ALMA, "another key", "resident", NOW);
    }

    private static LeadCommand.Forward forward(Recipient... recipients) {
        return new LeadCommand.Forward(ID, List.of(recipients), "desk", NOW);
    }

    private static Answer answer(AssociationId association, LeadAnswer answer) {
        return new Answer(ID, association, answer, null, NOW);
    }

    private static LeadEvent answered(AssociationId association, LeadAnswer answer) {
        return new LeadAnswered(ID, association, answer, null, THEN);
    }

    @Test
    void everyRefusalIsPutInWords() throws Exception {
        TextsTest.haveTexts(LeadRejection.values());
    }

    @Test
    void itIsLeftWithATelephoneNumberOnly() {
        lead.given()
                .when(leave("sjunga"))
                .thenHappened(
                        new LeadLeft(
                                ID, "481-372", "sjunga", ALMA, "another key", "resident", NOW));
    }

    @Test
    void aRepeatKeepsTheFirstReceipt() {
        lead.given(LEFT).when(leave("sjunga")).thenUnchanged();
        lead.given(LEFT, WITHDRAWN).when(leave("sjunga")).thenUnchanged();
    }

    @Test
    void anIdStandsForOneWish() {
        lead.given(LEFT).when(leave("dansa")).thenRejected(LeadRejection.ID_IN_USE);
    }

    @Test
    void itIsForwardedToSeveralAtOnce() {
        lead.given(LEFT)
                .when(
                        forward(
                                new Recipient(CHOIR, WITH_CONTACT, "k1"),
                                new Recipient(BAND, WITH_CONTACT, "k2")))
                .thenHappened(
                        new LeadForwarded(
                                ID,
                                List.of(sent(CHOIR, "k1", NOW), sent(BAND, "k2", NOW)),
                                "desk",
                                NOW));
    }

    @Test
    void whoHasItAlreadyKeepsWhatItHas() {
        lead.given(LEFT, AT_CHOIR).when(forward(new Recipient(CHOIR, null, "new"))).thenUnchanged();
        lead.given(LEFT, AT_CHOIR)
                .when(
                        forward(
                                new Recipient(CHOIR, WITH_CONTACT, "new"),
                                new Recipient(BAND, WITH_CONTACT, "k2")))
                .thenHappened(new LeadForwarded(ID, List.of(sent(BAND, "k2", NOW)), "desk", NOW));
    }

    @Test
    void itGoesToAllOrNone() {
        var good = new Recipient(CHOIR, WITH_CONTACT, "k1");
        lead.given(LEFT)
                .when(forward(good, new Recipient(BAND, null, "k2")))
                .thenRejected(LeadRejection.ASSOCIATION_UNKNOWN);
        lead.given(LEFT)
                .when(forward(good, new Recipient(BAND, new Known("B", true, null), "k2")))
                .thenRejected(LeadRejection.ASSOCIATION_HAS_NO_CONTACT);
        lead.given(LEFT)
                .when(
                        forward(
                                good,
                                new Recipient(BAND, new Known("B", false, "b@example.org"), "k2")))
                .thenRejected(LeadRejection.ASSOCIATION_TAKES_NO_LEADS);
    }

    @Test
    void anAssociationAnswersOnce() {
        lead.given(LEFT, AT_CHOIR)
                .when(answer(CHOIR, LeadAnswer.WELCOME))
                .thenHappened(new LeadAnswered(ID, CHOIR, LeadAnswer.WELCOME, null, NOW));
        var full = lead.given(LEFT, AT_CHOIR, answered(CHOIR, LeadAnswer.FULL));
        full.when(answer(CHOIR, LeadAnswer.FULL)).thenUnchanged();
        full.when(answer(CHOIR, LeadAnswer.WELCOME)).thenRejected(LeadRejection.ANSWERED_ALREADY);
        full.when(new Answer(ID, CHOIR, LeadAnswer.FULL, "i höst", NOW))
                .thenRejected(LeadRejection.ANSWERED_ALREADY);
    }

    @Test
    void onlyWhoGotItAnswers() {
        lead.given(LEFT, AT_CHOIR)
                .when(answer(BAND, LeadAnswer.WELCOME))
                .thenRejected(LeadRejection.NOT_FORWARDED);
    }

    @Test
    void nothingMoreComesOfAWithdrawnOne() {
        var withdrawn = lead.given(LEFT, AT_CHOIR, WITHDRAWN);
        withdrawn.when(new Withdraw(ID, NOW)).thenUnchanged();
        withdrawn
                .when(answer(CHOIR, LeadAnswer.WELCOME))
                .thenRejected(LeadRejection.LEAD_WITHDRAWN);
        withdrawn
                .when(forward(new Recipient(BAND, WITH_CONTACT, "k2")))
                .thenRejected(LeadRejection.LEAD_WITHDRAWN);
    }

    @Test
    void nothingComesOfOneThatWasNeverLeft() {
        lead.given().when(new Withdraw(ID, NOW)).thenRejected(LeadRejection.NO_SUCH_LEAD);
        lead.given()
                .when(answer(CHOIR, LeadAnswer.WELCOME))
                .thenRejected(LeadRejection.NO_SUCH_LEAD);
        lead.given()
                .when(forward(new Recipient(CHOIR, WITH_CONTACT, "k1")))
                .thenRejected(LeadRejection.NO_SUCH_LEAD);
    }

    @Test
    void itIsSomebodysTurnAtEveryMoment() {
        assertStatus(LeadStatus.WAITING, LEFT);
        assertStatus(LeadStatus.FORWARDED, LEFT, AT_CHOIR, AT_BAND);
        assertStatus(
                LeadStatus.FORWARDED, LEFT, AT_CHOIR, AT_BAND, answered(CHOIR, LeadAnswer.FULL));
        assertStatus(
                LeadStatus.WAITING,
                LEFT,
                AT_CHOIR,
                AT_BAND,
                answered(CHOIR, LeadAnswer.FULL),
                answered(BAND, LeadAnswer.NOT_FOR_US));
        assertStatus(LeadStatus.ANSWERED, LEFT, AT_CHOIR, answered(CHOIR, LeadAnswer.WELCOME));
        assertStatus(
                LeadStatus.ANSWERED, LEFT, AT_CHOIR, answered(CHOIR, LeadAnswer.WELCOME), AT_BAND);
        assertStatus(LeadStatus.WITHDRAWN, LEFT, AT_CHOIR, WITHDRAWN);
    }

    private static void assertStatus(LeadStatus expected, LeadEvent... events) {
        Lead state = null;
        for (var event : events) {
            state = LeadRules.evolve(state, event);
        }
        assertThat(state.status()).isEqualTo(expected);
    }
}
