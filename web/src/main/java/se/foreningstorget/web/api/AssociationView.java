package se.foreningstorget.web.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An association as the register shows it to this visitor; what is unknown is absent.
 *
 * @param tagsGuessed whether it is found by tags that somebody guessed; they are not told
 */
public record AssociationView(
        String id,
        String name,
        @Nullable String kind,
        @Nullable String description,
        @Nullable String descriptionEn,
        List<String> tags,
        @Nullable Boolean tagsGuessed,
        @Nullable String area,
        @Nullable String meets,
        @Nullable Boolean beginnersWelcome,
        @Nullable Boolean openToMembers,
        @Nullable String howToJoin,
        @Nullable String homepage,
        List<Contact> contacts,
        boolean hasContact,
        @Nullable String source,
        boolean confirmed,
        @Nullable Instant confirmedAt,
        @Nullable String note,
        List<Reason> reasons) {
    public AssociationView {
        tags = tags == null ? List.of() : tags;
        contacts = contacts == null ? List.of() : contacts;
        reasons = reasons == null ? List.of() : reasons;
    }

    /** A person to turn to. */
    public record Contact(
            @Nullable String name,
            @Nullable String role,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String visibility) {}

    public boolean isGuessed() {
        return Boolean.TRUE.equals(tagsGuessed);
    }

    /** Whether it is what everybody expects to find here, so that its kind need not be said. */
    public boolean isAssociation() {
        return kind == null || kind.equals("association");
    }

    /** Whether people join it; the city's own units and councils are not joined. */
    public boolean takesLeads() {
        return !"city-unit".equals(kind) && !"council".equals(kind);
    }

    /** Its words in the reader's language, or in the one there is. */
    public @Nullable String description(String language) {
        boolean english = language.equals("en") && descriptionEn != null;
        return english || description == null ? descriptionEn : description;
    }

    /** The language those words are in. */
    public String languageOfDescription(String language) {
        boolean english = language.equals("en") && descriptionEn != null;
        return english || description == null ? "en" : "sv";
    }

    /** Its homepage when that is an address a link may lead to. */
    public @Nullable String safeHomepage() {
        return homepage != null && homepage.matches("(?i)https?://.+") ? homepage : null;
    }
}
