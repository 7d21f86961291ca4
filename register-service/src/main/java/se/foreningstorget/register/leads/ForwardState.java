package se.foreningstorget.register.leads;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.register.Forward;
import se.foreningstorget.contracts.register.Lead;
import se.foreningstorget.contracts.register.LeadStatus;

/** How a lead stands at one association it was forwarded to. */
enum ForwardState {
    /** For the association's answer. */
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("answered")
    ANSWERED,
    /** Taken back by the resident, answered or not. */
    @JsonProperty("withdrawn")
    WITHDRAWN;

    static ForwardState of(Lead lead, Forward forward) {
        if (lead.status() == LeadStatus.WITHDRAWN) {
            return WITHDRAWN;
        }
        return forward.answer() == null ? WAITING : ANSWERED;
    }

    /** The states a filter names; all when it names none. */
    static List<ForwardState> named(@Nullable Collection<String> names) {
        var all = List.of(values());
        var asked =
                names == null
                        ? List.<ForwardState>of()
                        : all.stream().filter(state -> names.contains(state.toString())).toList();
        return asked.isEmpty() ? all : asked;
    }

    /** As it stands on the wire and in the index. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
