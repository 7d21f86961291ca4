package se.foreningstorget.venue.premises;

import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.contracts.venue.Known;
import se.foreningstorget.contracts.venue.Venue;
import se.foreningstorget.searchkit.Catalogue;
import se.foreningstorget.searchkit.Entry;
import se.foreningstorget.searchkit.Fields;

/** What of a venue can be searched, filtered and sorted. */
final class VenueIndex {
    static final Fields FIELDS =
            Fields.none()
                    .text("name", 10)
                    .text("type", 6)
                    .text("uses", 5)
                    .text("equipment", 4)
                    .text("address", 3)
                    .facet("type")
                    .facet("use")
                    .facet("step-free")
                    .sortable("name")
                    .number("capacity");

    private final Catalogue catalogue;

    VenueIndex(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void put(String id, Venue venue) {
        var facts = venue.facts();
        var capacity = facts.capacity();
        catalogue.put(
                Entry.of(id)
                        .text("name", facts.name())
                        .text("type", facts.type())
                        .texts("uses", facts.uses())
                        .texts("equipment", facts.equipment())
                        .text("address", facts.address())
                        .facet("type", facts.type())
                        .facets("use", facts.uses())
                        .facet("step-free", stepFree(facts.accessibility().stepFree()))
                        .sortable("name", facts.name())
                        .number("capacity", capacity == null ? null : capacity.longValue())
                        .payload(ContractJson.mapper().writeValueAsBytes(venue))
                        .build());
    }

    private static String stepFree(Known known) {
        return switch (known) {
            case YES -> "yes";
            case NO -> "no";
            case UNKNOWN -> "unknown";
        };
    }
}
