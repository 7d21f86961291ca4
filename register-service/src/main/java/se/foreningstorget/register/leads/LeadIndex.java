package se.foreningstorget.register.leads;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.contracts.register.Lead;
import se.foreningstorget.searchkit.Catalogue;
import se.foreningstorget.searchkit.Entry;
import se.foreningstorget.searchkit.Fields;
import se.foreningstorget.searchkit.Order;
import se.foreningstorget.searchkit.Page;
import se.foreningstorget.searchkit.Query;

/** What the volunteer centre finds leads by: number and wish, never the resident. */
final class LeadIndex {
    static final Fields FIELDS =
            Fields.none().text("number", 10).text("wish", 5).facet("status").number("leftAt");

    private final Catalogue catalogue;

    LeadIndex(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void put(String id, Lead lead) {
        catalogue.put(
                Entry.of(id)
                        .text("number", lead.number())
                        .text("number", lead.number().replace("-", ""))
                        .text("wish", lead.wish())
                        .facet(
                                "status",
                                ContractJson.mapper().convertValue(lead.status(), String.class))
                        .number("leftAt", lead.leftAt().toEpochMilli())
                        .build());
    }

    /** Newest first. */
    Page search(@Nullable String q, List<String> statuses, int limit, @Nullable String cursor) {
        return catalogue.search(
                Query.of(q)
                        .where("status", statuses)
                        .orderedBy(Order.descending("leftAt"))
                        .limit(limit)
                        .after(cursor));
    }
}
