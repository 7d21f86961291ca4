package se.foreningstorget.register.leads;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.contracts.register.Lead;
import se.foreningstorget.contracts.register.LeadStatus;
import se.foreningstorget.searchkit.Catalogue;
import se.foreningstorget.searchkit.Entry;
import se.foreningstorget.searchkit.Fields;
import se.foreningstorget.searchkit.Order;
import se.foreningstorget.searchkit.Page;
import se.foreningstorget.searchkit.Query;

/** What the volunteer centre finds leads by: number and wish, never the resident. */
final class LeadIndex {
    /** At which associations a lead is, and how it stands there; not for the eyes of any caller. */
    private static final String FORWARD = "forward";

    static final Fields FIELDS =
            Fields.none()
                    .text("number", 10)
                    .text("wish", 5)
                    .facet("status")
                    .facet(FORWARD)
                    .number("leftAt");

    private final Catalogue catalogue;

    LeadIndex(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void put(String id, Lead lead) {
        if (lead.status() == LeadStatus.FORGOTTEN) {
            catalogue.remove(id);
            return;
        }
        catalogue.put(
                Entry.of(id)
                        .text("number", lead.number())
                        .text("number", lead.number().replace("-", ""))
                        .text("wish", lead.wish())
                        .facet("status", wire(lead.status()))
                        .facets(FORWARD, forwards(lead))
                        .number("leftAt", lead.leftAt().toEpochMilli())
                        .build());
    }

    /** Those forwarded to an association, newest first; a withdrawn one's words find nothing. */
    Page forwardedTo(
            AssociationId association,
            List<ForwardState> states,
            @Nullable String q,
            int limit,
            @Nullable String cursor) {
        var query =
                Query.of(q)
                        .where(
                                FORWARD,
                                states.stream().map(state -> at(association, state)).toList())
                        .orderedBy(Order.descending("leftAt"))
                        .limit(limit)
                        .after(cursor);
        return catalogue.search(
                q == null || q.isBlank()
                        ? query
                        : query.except(FORWARD, at(association, ForwardState.WITHDRAWN)));
    }

    /** Newest first. */
    Page search(
            @Nullable String q,
            @Nullable List<String> statuses,
            int limit,
            @Nullable String cursor) {
        return catalogue.search(
                Query.of(q)
                        .where("status", statuses)
                        .orderedBy(Order.descending("leftAt"))
                        .limit(limit)
                        .after(cursor));
    }

    private static List<String> forwards(Lead lead) {
        return lead.forwards().stream()
                .map(it -> at(it.association(), ForwardState.of(lead, it)))
                .toList();
    }

    private static String at(AssociationId association, ForwardState state) {
        return association + "/" + state;
    }

    private static String wire(LeadStatus status) {
        return ContractJson.mapper().convertValue(status, String.class);
    }
}
