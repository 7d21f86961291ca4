package se.foreningstorget.register.leads;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.Language;
import se.foreningstorget.contracts.register.Resident;
import se.foreningstorget.eventkit.web.Problem;
import se.foreningstorget.register.text.PersonalNumbers;
import se.foreningstorget.register.text.Shapes;

/**
 * A wish as a resident leaves it, with an e-mail address, a telephone number or both.
 *
 * @param language of what is sent to the resident; Swedish when not said
 * @param mayForward the resident agrees that associations get to read it
 */
record LeadRequest(
        @NotBlank @Size(max = 2_000) String wish,
        @Nullable @Size(max = 200) String name,
        @Nullable @Size(max = 254) @Email(regexp = Shapes.EMAIL) String email,
        @Nullable @Size(max = 50) @Pattern(regexp = Shapes.PHONE) String phone,
        @Nullable Language language,
        @Nullable Boolean mayForward) {

    void mustBeAgreedTo() {
        if (!Boolean.TRUE.equals(mayForward)) {
            throw Problem.badRequest("agreement-needed");
        }
    }

    /** The wish without personal numbers: a lead is never lost over one. */
    String keptWish() {
        return PersonalNumbers.masked(wish);
    }

    Resident resident() {
        var resident =
                new Resident(
                        said(name == null ? null : PersonalNumbers.masked(name)),
                        said(email),
                        said(phone),
                        Objects.requireNonNullElse(language, Language.SV));
        if (resident.email() == null && resident.phone() == null) {
            throw Problem.badRequest("contact-needed");
        }
        return resident;
    }

    /** Whether something of it is not kept as it was written. */
    boolean isMasked() {
        return !wish.equals(keptWish())
                || (name != null && !name.equals(PersonalNumbers.masked(name)));
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
