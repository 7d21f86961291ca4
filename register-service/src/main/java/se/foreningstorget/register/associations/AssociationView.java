package se.foreningstorget.register.associations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.register.Association;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.contracts.register.AssociationKind;
import se.foreningstorget.contracts.register.Contact;
import se.foreningstorget.contracts.register.Source;
import se.foreningstorget.eventkit.web.Caller;
import se.foreningstorget.searchkit.Reason;

/**
 * An association as one caller may see it.
 *
 * @param tags none while they are only our guess
 * @param contacts those whose details this caller may see
 * @param hasContact whether there are any at all
 * @param confirmed whether somebody who knows has confirmed it
 * @param note what a reader must know of where it comes from
 * @param reasons in lists: why it was found
 */
record AssociationView(
        AssociationId id,
        String name,
        AssociationKind kind,
        @Nullable String description,
        @Nullable String descriptionEn,
        List<String> tags,
        boolean tagsGuessed,
        @Nullable String area,
        @Nullable String meets,
        @Nullable Boolean beginnersWelcome,
        @Nullable Boolean openToMembers,
        @Nullable String howToJoin,
        @Nullable String homepage,
        List<Contact> contacts,
        boolean hasContact,
        Source source,
        boolean confirmed,
        @Nullable Instant confirmedAt,
        @Nullable String note,
        @Nullable List<Reason> reasons) {

    static AssociationView of(
            Association association,
            Caller caller,
            @Nullable String note,
            @Nullable List<Reason> reasons) {
        var facts = association.facts();
        return new AssociationView(
                association.id(),
                facts.name(),
                facts.kind(),
                facts.description(),
                facts.descriptionEn(),
                facts.tagsGuessed() ? List.of() : facts.tags(),
                facts.tagsGuessed(),
                facts.area(),
                facts.meets(),
                facts.beginnersWelcome(),
                facts.openToMembers(),
                facts.howToJoin(),
                facts.homepage(),
                facts.contacts().stream()
                        .filter(contact -> maySee(caller, association.id(), contact))
                        .toList(),
                !facts.contacts().isEmpty(),
                association.source(),
                association.confirmedAt() != null,
                association.confirmedAt(),
                note,
                reasons);
    }

    /** An editor sees all of what its own association said, to be able to change it. */
    private static boolean maySee(Caller caller, AssociationId association, Contact contact) {
        return switch (contact.visibility()) {
            case PUBLIC -> true;
            case ASSOCIATIONS -> caller.isAssociationOrCity();
            case CITY -> !caller.roles().isEmpty() || caller.edits(association.value());
        };
    }
}
