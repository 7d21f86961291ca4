package se.foreningstorget.register.associations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.register.AssociationFacts;
import se.foreningstorget.contracts.register.AssociationKind;
import se.foreningstorget.contracts.register.Contact;
import se.foreningstorget.contracts.register.Visibility;
import se.foreningstorget.eventkit.web.Problem;
import se.foreningstorget.register.text.PersonalNumbers;
import se.foreningstorget.register.text.Shapes;
import se.foreningstorget.register.vocabulary.Vocabulary;

/**
 * An association as its editor describes it; only the name must be known.
 *
 * @param kind absent: as it is; for a new entry an association
 * @param tags absent: as they are
 */
record AssociationRequest(
        @NotBlank @Size(max = 200) String name,
        @Nullable AssociationKind kind,
        @Nullable @Size(max = 10_000) String description,
        @Nullable @Size(max = 10_000) String descriptionEn,
        @Nullable @Size(max = 30) List<@NotBlank @Size(max = 64) String> tags,
        @Nullable @Size(max = 200) String area,
        @Nullable @Size(max = 500) String meets,
        @Nullable Boolean beginnersWelcome,
        @Nullable Boolean openToMembers,
        @Nullable @Size(max = 2_000) String howToJoin,
        @Nullable @Size(max = 500) @Pattern(regexp = Shapes.HOMEPAGE) String homepage,
        @Nullable @Size(max = 20) List<@NotNull @Valid ContactRequest> contacts) {

    /**
     * A contact person; by e-mail, telephone or both.
     *
     * @param visibility absent: for the city's eyes only
     */
    record ContactRequest(
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 200) String role,
            @Nullable @Size(max = 254) @Email(regexp = Shapes.EMAIL) String email,
            @Nullable @Size(max = 50) @Pattern(regexp = Shapes.PHONE) String phone,
            @Nullable Visibility visibility) {

        private Contact contact() {
            var contact =
                    new Contact(
                            name,
                            said(role),
                            said(email),
                            said(phone),
                            Objects.requireNonNullElse(visibility, Visibility.CITY));
            if (contact.email() == null && contact.phone() == null) {
                throw Problem.badRequest("contact-without-details", name);
            }
            return contact;
        }
    }

    boolean kindSaid() {
        return kind != null;
    }

    boolean tagsSaid() {
        return tags != null;
    }

    AssociationFacts facts(Vocabulary vocabulary) {
        var wanted = tags == null ? List.<String>of() : tags.stream().distinct().toList();
        vocabulary
                .firstUnknown(wanted)
                .ifPresent(tag -> {
                    throw Problem.badRequest("unknown-tag", tag);
                });
        refusePersonalNumbers();
        return new AssociationFacts(
                name,
                Objects.requireNonNullElse(kind, AssociationKind.ASSOCIATION),
                said(description),
                said(descriptionEn),
                wanted,
                false,
                said(area),
                said(meets),
                beginnersWelcome,
                openToMembers,
                said(howToJoin),
                said(homepage),
                people().map(ContactRequest::contact).toList());
    }

    /** Telephone numbers stand in fields of their own, which are exempt. */
    private void refusePersonalNumbers() {
        var texts =
                Stream.concat(
                        Stream.of(name, description, descriptionEn, area, meets, howToJoin),
                        people().flatMap(person -> Stream.of(person.name(), person.role())));
        if (texts.anyMatch(text -> text != null && PersonalNumbers.surelyIn(text))) {
            throw Problem.badRequest("personal-number");
        }
    }

    private Stream<ContactRequest> people() {
        return contacts == null ? Stream.empty() : contacts.stream();
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
