package se.foreningstorget.register.associations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.contracts.register.Association;
import se.foreningstorget.contracts.register.AssociationKind;
import se.foreningstorget.register.vocabulary.Tag;
import se.foreningstorget.register.vocabulary.Vocabulary;
import se.foreningstorget.searchkit.Catalogue;
import se.foreningstorget.searchkit.Entry;
import se.foreningstorget.searchkit.Fields;
import se.foreningstorget.searchkit.Hit;
import se.foreningstorget.searchkit.Order;
import se.foreningstorget.searchkit.Page;
import se.foreningstorget.searchkit.Query;

/** What of an association can be searched, filtered and sorted; contacts are not in it. */
public final class AssociationIndex {
    static final Fields FIELDS =
            Fields.none()
                    .text("name", 10)
                    .text("activity", 6)
                    .text("area", 3)
                    .text("description", 2)
                    .text("meets", 2)
                    .facet("tag")
                    .facet("kind")
                    .facet("area")
                    .sortable("name");

    /** The city's own units and councils. */
    private static final List<String> TAKING_NO_LEADS =
            List.of(word(AssociationKind.CITY_UNIT), word(AssociationKind.COUNCIL));

    private final Catalogue catalogue;
    private final Vocabulary vocabulary;

    AssociationIndex(Catalogue catalogue, Vocabulary vocabulary) {
        this.catalogue = catalogue;
        this.vocabulary = vocabulary;
    }

    void put(String id, Association association) {
        var facts = association.facts();
        catalogue.put(
                Entry.of(id)
                        .text("name", facts.name())
                        .texts(
                                "activity",
                                vocabulary.known(facts.tags()).stream()
                                        .map(Tag::words)
                                        .flatMap(List::stream)
                                        .distinct()
                                        .toList())
                        .text("area", facts.area())
                        .text("description", facts.description())
                        .text("description", facts.descriptionEn())
                        .text("meets", facts.meets())
                        .facets("tag", facts.tags())
                        .facet("kind", word(facts.kind()))
                        .facet("area", facts.area())
                        .sortable("name", facts.name())
                        .payload(ContractJson.mapper().writeValueAsBytes(association))
                        .build());
    }

    Page search(
            @Nullable String q,
            @Nullable List<String> tags,
            @Nullable List<String> kinds,
            int limit,
            @Nullable String cursor) {
        return catalogue.search(
                Query.of(q)
                        .where("tag", tags)
                        .where("kind", kinds)
                        .orderedBy(
                                q == null || q.isBlank()
                                        ? Order.alphabetical("name")
                                        : Order.RELEVANCE)
                        .limit(limit)
                        .after(cursor));
    }

    /** Those that could suit a wish, best first. */
    public List<Hit> suiting(String wish, int limit) {
        return catalogue
                .search(Query.of(wish).except("kind", TAKING_NO_LEADS).limit(limit))
                .items();
    }

    /** The association a hit was made of. */
    public static Association read(Hit hit) {
        return ContractJson.mapper().readValue(hit.payload(), Association.class);
    }

    /** A kind's name on the wire, which is what callers filter by. */
    private static String word(AssociationKind kind) {
        return ContractJson.mapper().convertValue(kind, String.class);
    }
}
