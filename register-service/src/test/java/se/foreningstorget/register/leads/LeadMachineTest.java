package se.foreningstorget.register.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.foreningstorget.contracts.Language;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.contracts.register.Forward;
import se.foreningstorget.contracts.register.Lead;
import se.foreningstorget.contracts.register.LeadAnswer;
import se.foreningstorget.contracts.register.LeadId;
import se.foreningstorget.contracts.register.LeadStatus;
import se.foreningstorget.contracts.register.Resident;
import se.foreningstorget.eventkit.Decision;
import se.foreningstorget.register.leads.LeadCommand.Answer;
import se.foreningstorget.register.leads.LeadCommand.Forget;
import se.foreningstorget.register.leads.LeadCommand.Keep;
import se.foreningstorget.register.leads.LeadCommand.Known;
import se.foreningstorget.register.leads.LeadCommand.Leave;
import se.foreningstorget.register.leads.LeadCommand.Recipient;
import se.foreningstorget.register.leads.LeadCommand.Release;
import se.foreningstorget.register.leads.LeadCommand.Withdraw;

/** Whatever is asked of a lead, in whatever order. */
class LeadMachineTest {
    private static final LeadId ID = new LeadId("wish");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Provide
    Arbitrary<List<LeadCommand>> commands() {
        var association = Arbitraries.of("a", "b", "c").map(AssociationId::new);
        var known =
                Arbitraries.of(
                        new Known("A", true, "a@example.org"),
                        new Known("B", true, null),
                        new Known("C", false, "c@example.org"));
        Arbitrary<LeadCommand> leave =
                Arbitraries.of("sjunga", "dansa")
                        .map(wish ->
                                new Leave(
                                        ID,
                                        "481-372",
                                        wish,
                                        new Resident(null, null, "10 50 00", Language.SV),
                                        "key",
                                        "resident",
                                        NOW));
        Arbitrary<LeadCommand> forward =
                Combinators.combine(association, known.injectNull(0.1))
                        .as((to, facts) -> new Recipient(to, facts, "k-" + to))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .map(to -> new LeadCommand.Forward(ID, to, "desk", NOW));
        Arbitrary<LeadCommand> answer =
                Combinators.combine(association, Arbitraries.of(LeadAnswer.class))
                        .as((by, said) -> new Answer(ID, by, said, null, NOW));
        Arbitrary<LeadCommand> withdraw = Arbitraries.just(new Withdraw(ID, NOW));
        Arbitrary<LeadCommand> keep =
                Arbitraries.of(new Keep(ID, "KS 481", "staff", NOW), new Release(ID, "staff", NOW));
        Arbitrary<LeadCommand> forget = Arbitraries.just(new Forget(ID, NOW, NOW));
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(2, leave),
                        net.jqwik.api.Tuple.of(5, forward),
                        net.jqwik.api.Tuple.of(5, answer),
                        net.jqwik.api.Tuple.of(1, withdraw),
                        net.jqwik.api.Tuple.of(1, keep),
                        net.jqwik.api.Tuple.of(1, forget))
                .list()
                .ofMaxSize(30);
    }

    @Property
    void everyStatusFollowsFromWhoseTurnItIs(@ForAll("commands") List<LeadCommand> commands) {
        Lead lead = null;
        for (var command : commands) {
            if (command instanceof Forget && lead == null) {
                continue;
            }
            var after = after(lead, command);
            if (lead != null && lead.status() == LeadStatus.FORGOTTEN) {
                assertThat(after).as("nothing brings it back").isEqualTo(lead);
                continue;
            }
            if (after != null && after.status() == LeadStatus.FORGOTTEN) {
                assertThat(lead.hold()).as("what is kept is not forgotten").isNull();
                lead = after;
                continue;
            }
            if (lead != null) {
                assertThat(after.status() == LeadStatus.WITHDRAWN)
                        .as("withdrawn is the end, and only the resident's word leads there")
                        .isEqualTo(
                                lead.status() == LeadStatus.WITHDRAWN
                                        || command instanceof Withdraw);
                assertThat(after.forwards())
                        .as("what was sent stays sent")
                        .extracting(Forward::key)
                        .containsAll(lead.forwards().stream().map(Forward::key).toList());
                lead.forwards().stream()
                        .filter(forward -> forward.answer() != null)
                        .forEach(answered -> assertThat(after.forwards()).contains(answered));
            }
            lead = after;
            if (lead != null) {
                assertThat(lead.forwards())
                        .extracting(Forward::association)
                        .doesNotHaveDuplicates();
                if (lead.status() != LeadStatus.WITHDRAWN) {
                    assertThat(lead.status()).isEqualTo(expected(lead));
                }
            }
        }
    }

    @Property
    void sayingItTwiceIsSayingItOnce(@ForAll("commands") List<LeadCommand> commands) {
        Lead lead = null;
        for (var command : commands) {
            if (command instanceof Forget && lead == null) {
                continue;
            }
            boolean accepted = LeadRules.decide(lead, command) instanceof Decision.Accepted<?>;
            lead = after(lead, command);
            if (accepted) {
                assertThat(LeadRules.decide(lead, command)).isEqualTo(Decision.unchanged());
            }
        }
    }

    private static Lead after(Lead lead, LeadCommand command) {
        return switch (LeadRules.decide(lead, command)) {
            case Decision.Accepted<se.foreningstorget.contracts.register.LeadEvent>(var events) -> {
                Lead state = lead;
                for (var event : events) {
                    state = LeadRules.evolve(state, event);
                }
                yield state;
            }
            case Decision.Rejected<?> _, Decision.Unchanged<?> _ -> lead;
        };
    }

    private static LeadStatus expected(Lead lead) {
        boolean welcome = false;
        boolean open = false;
        for (var forward : lead.forwards()) {
            welcome |= forward.answer() == LeadAnswer.WELCOME;
            open |= forward.answer() == null;
        }
        return welcome ? LeadStatus.ANSWERED : open ? LeadStatus.FORWARDED : LeadStatus.WAITING;
    }
}
