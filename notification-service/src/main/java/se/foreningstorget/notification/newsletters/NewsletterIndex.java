package se.foreningstorget.notification.newsletters;

import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.contracts.notification.Newsletter;
import se.foreningstorget.contracts.notification.NewsletterStatus;
import se.foreningstorget.searchkit.Catalogue;
import se.foreningstorget.searchkit.Entry;
import se.foreningstorget.searchkit.Fields;

/** What of an issue can be searched, filtered and sorted. */
final class NewsletterIndex {
    static final Fields FIELDS =
            Fields.none().text("subject", 10).text("text", 3).facet("status").number("composed");

    private final Catalogue catalogue;

    NewsletterIndex(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void put(String id, Newsletter newsletter) {
        catalogue.put(
                Entry.of(id)
                        .text("subject", newsletter.subject())
                        .text("text", newsletter.text())
                        .facet("status", wire(newsletter.status()))
                        .number("composed", newsletter.composedAt().toEpochMilli())
                        .payload(ContractJson.mapper().writeValueAsBytes(newsletter))
                        .build());
    }

    private static String wire(NewsletterStatus status) {
        return ContractJson.mapper().convertValue(status, String.class);
    }
}
