package se.foreningstorget.register.leads;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.contracts.register.Forward;
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
import se.foreningstorget.contracts.register.LeadStatus;
import se.foreningstorget.eventkit.read.Happened;
import se.foreningstorget.register.history.History;

/** What became of a lead, in words the resident may read: no addresses, no keys. */
final class LeadHistory {
    private final History<Line> lines;

    LeadHistory(MongoDatabase database) {
        this.lines = new History<>(database, "lead-history", Line.class);
    }

    /**
     * An event as it is kept and shown.
     *
     * @param associations the names of those it was forwarded to
     * @param association the name of the one that answered
     */
    record Line(
            long seq,
            String type,
            Instant at,
            @Nullable List<String> associations,
            @Nullable String association,
            @Nullable LeadAnswer answer,
            @Nullable String message) {}

    void keep(Happened<Lead, LeadEvent> happened) {
        if (happened.state().status() == LeadStatus.FORGOTTEN) {
            // whichever event it is: nothing of it may be kept, nor come back by a late repeat
            lines.empty(happened.key(), happened.seq());
            return;
        }
        var seq = happened.seq();
        var type = Topic.wireName(happened.event().getClass());
        var line =
                switch (happened.event()) {
                    case LeadLeft(_, _, _, _, _, _, var at) ->
                            new Line(seq, type, at, null, null, null, null);
                    case LeadForwarded(_, var forwards, _, var at) ->
                            new Line(
                                    seq,
                                    type,
                                    at,
                                    forwards.stream().map(Forward::associationName).toList(),
                                    null,
                                    null,
                                    null);
                    case LeadAnswered(_, var association, var answer, var message, var at) ->
                            new Line(
                                    seq,
                                    type,
                                    at,
                                    null,
                                    LeadRules.find(happened.state(), association)
                                            .map(Forward::associationName)
                                            .orElse(association.value()),
                                    answer,
                                    message);
                    case LeadWithdrawn(_, var at) ->
                            new Line(seq, type, at, null, null, null, null);
                    // between staff and who asked for disclosure, not the resident's
                    case LeadHeld _, LeadReleased _, LeadForgotten _ -> null;
                };
        if (line != null) {
            lines.keep(happened.key(), seq, line);
        }
    }

    List<Line> of(LeadId id, long seq) {
        return lines.of(id.value(), seq);
    }
}
