package se.foreningstorget.contracts.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an association says of itself; what it has not said is absent, never guessed.
 *
 * @param tags activities, as ids of the vocabulary
 * @param tagsGuessed whether the tags are our guess from the name: they feed search and are never
 *     shown as the association's own statement
 * @param area where in the city it is active, in its own words
 * @param meets when it meets, in its own words
 * @param beginnersWelcome null when it has not said
 * @param openToMembers null when it has not said
 */
public record AssociationFacts(
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
        List<Contact> contacts) {
    public AssociationFacts {
        tags = tags == null ? List.of() : List.copyOf(tags);
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
    }
}
