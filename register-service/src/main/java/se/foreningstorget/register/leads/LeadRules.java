package se.foreningstorget.register.leads;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import se.foreningstorget.contracts.register.LeadStatus;
import se.foreningstorget.eventkit.Decision;
import se.foreningstorget.register.leads.LeadCommand.Answer;
import se.foreningstorget.register.leads.LeadCommand.Forget;
import se.foreningstorget.register.leads.LeadCommand.Keep;
import se.foreningstorget.register.leads.LeadCommand.Leave;
import se.foreningstorget.register.leads.LeadCommand.Release;
import se.foreningstorget.register.leads.LeadCommand.Withdraw;

/** The rules of a lead: at every moment it is somebody's turn, until the resident takes it back. */
final class LeadRules {
    private LeadRules() {}

    static Decision<LeadEvent> decide(@Nullable Lead lead, LeadCommand command) {
        return switch (command) {
            case Leave it when lead == null ->
                    Decision.accept(
                            new LeadLeft(
                                    it.id(),
                                    it.number(),
                                    it.wish(),
                                    it.resident(),
                                    it.receiptKey(),
                                    it.by(),
                                    it.now()));
            case Leave _ when lead.status() == LeadStatus.FORGOTTEN ->
                    Decision.reject(LeadRejection.ID_IN_USE);
            case Leave it when isSame(lead, it) -> Decision.unchanged();
            case Leave _ -> Decision.reject(LeadRejection.ID_IN_USE);
            case Forget it when lead != null -> forget(lead, it);
            case LeadCommand.Forward _, Answer _, Withdraw _, Keep _, Release _, Forget _
                    when isGone(lead) ->
                    Decision.reject(LeadRejection.NO_SUCH_LEAD);
            case LeadCommand.Forward it -> forward(requireNonNull(lead), it);
            case Answer it -> answer(requireNonNull(lead), it);
            case Withdraw _ when requireNonNull(lead).status() == LeadStatus.WITHDRAWN ->
                    Decision.unchanged();
            case Withdraw(var id, var now) -> Decision.accept(new LeadWithdrawn(id, now));
            case Keep it when isKept(requireNonNull(lead), it.reason()) -> Decision.unchanged();
            case Keep(var id, var reason, var by, var now) ->
                    Decision.accept(new LeadHeld(id, new Hold(reason, by, now), now));
            case Release _ when requireNonNull(lead).hold() == null -> Decision.unchanged();
            case Release(var id, var by, var now) -> Decision.accept(new LeadReleased(id, by, now));
            case Forget it -> throw new IllegalStateException("nothing to forget: " + it.id());
        };
    }

    private static boolean isGone(@Nullable Lead lead) {
        return lead == null || lead.status() == LeadStatus.FORGOTTEN;
    }

    private static boolean isKept(Lead lead, String reason) {
        return lead.hold() != null && lead.hold().reason().equals(reason);
    }

    /** Nobody asked for it, so what stands against it is no refusal: it is just not done. */
    private static Decision<LeadEvent> forget(Lead lead, Forget it) {
        return isGone(lead) || lead.hold() != null || lastTouched(lead).isAfter(it.untouchedSince())
                ? Decision.unchanged()
                : Decision.accept(new LeadForgotten(it.id(), it.now()));
    }

    /** When somebody last did something about it: left, forwarded, answered or withdrew it. */
    static Instant lastTouched(Lead lead) {
        var moments =
                Stream.concat(
                        Stream.of(lead.leftAt(), lead.withdrawnAt()),
                        lead.forwards().stream()
                                .flatMap(it -> Stream.of(it.at(), it.answeredAt())));
        return moments.filter(Objects::nonNull).max(Comparator.naturalOrder()).orElseThrow();
    }

    static Lead evolve(@Nullable Lead lead, LeadEvent event) {
        return switch (event) {
            case LeadLeft(var id, var number, var wish, var resident, var key, var by, var at) ->
                    Lead.left(id, number, wish, resident, key, by, at);
            case LeadForwarded(_, var forwards, _, _) -> {
                var all = new ArrayList<>(requireNonNull(lead).forwards());
                all.addAll(forwards);
                yield with(lead, all, lead.status());
            }
            case LeadAnswered(_, var association, var answer, var message, var at) -> {
                var all = new ArrayList<>(requireNonNull(lead).forwards());
                all.replaceAll(it ->
                        it.association().equals(association)
                                ? it.answered(answer, message, at)
                                : it);
                yield with(lead, all, lead.status());
            }
            case LeadWithdrawn(_, var at) -> requireNonNull(lead).withdrawn(at);
            case LeadHeld(_, var hold, _) -> requireNonNull(lead).held(hold);
            case LeadReleased _ -> requireNonNull(lead).held(null);
            case LeadForgotten(_, var at) -> requireNonNull(lead).forgotten(at);
        };
    }

    static Optional<Forward> find(Lead lead, AssociationId association) {
        return lead.forwards().stream()
                .filter(forward -> forward.association().equals(association))
                .findFirst();
    }

    /** Whose turn it is; a withdrawn lead stays so. */
    static LeadStatus status(List<Forward> forwards) {
        if (forwards.stream().anyMatch(it -> it.answer() == LeadAnswer.WELCOME)) {
            return LeadStatus.ANSWERED;
        }
        return forwards.stream().anyMatch(it -> it.answer() == null)
                ? LeadStatus.FORWARDED
                : LeadStatus.WAITING;
    }

    private static Lead with(Lead lead, List<Forward> forwards, LeadStatus status) {
        return lead.forwarded(forwards, status == LeadStatus.WITHDRAWN ? status : status(forwards));
    }

    private static boolean isSame(Lead lead, Leave it) {
        return lead.wish().equals(it.wish()) && lead.resident().equals(it.resident());
    }

    /** All of them or none; those that have it already keep what they have. */
    private static Decision<LeadEvent> forward(Lead lead, LeadCommand.Forward it) {
        var sent = new LinkedHashMap<AssociationId, Forward>();
        for (var recipient : it.recipients()) {
            if (find(lead, recipient.association()).isPresent()) {
                continue;
            }
            if (lead.status() == LeadStatus.WITHDRAWN) {
                return Decision.reject(LeadRejection.LEAD_WITHDRAWN);
            }
            var known = recipient.known();
            if (known == null) {
                return Decision.reject(LeadRejection.ASSOCIATION_UNKNOWN);
            }
            if (!known.takesLeads()) {
                return Decision.reject(LeadRejection.ASSOCIATION_TAKES_NO_LEADS);
            }
            if (known.contactEmail() == null) {
                return Decision.reject(LeadRejection.ASSOCIATION_HAS_NO_CONTACT);
            }
            sent.putIfAbsent(
                    recipient.association(),
                    Forward.sent(
                            recipient.association(),
                            known.name(),
                            known.contactEmail(),
                            recipient.key(),
                            it.now()));
        }
        return sent.isEmpty()
                ? Decision.unchanged()
                : Decision.accept(
                        new LeadForwarded(it.id(), List.copyOf(sent.values()), it.by(), it.now()));
    }

    private static Decision<LeadEvent> answer(Lead lead, Answer it) {
        var forward = find(lead, it.association()).orElse(null);
        if (forward == null) {
            return Decision.reject(LeadRejection.NOT_FORWARDED);
        }
        if (forward.answer() == it.answer() && Objects.equals(forward.message(), it.message())) {
            return Decision.unchanged();
        }
        if (lead.status() == LeadStatus.WITHDRAWN) {
            return Decision.reject(LeadRejection.LEAD_WITHDRAWN);
        }
        return forward.answer() != null
                ? Decision.reject(LeadRejection.ANSWERED_ALREADY)
                : Decision.accept(
                        new LeadAnswered(
                                it.id(), it.association(), it.answer(), it.message(), it.now()));
    }
}
