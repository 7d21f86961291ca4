package se.foreningstorget.web.api;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at the page, as their token says. Nobody has checked it here: it only decides what is
 * offered, the API decides what is allowed.
 *
 * @param name what the token calls its owner
 * @param token null when nobody is signed in
 * @param seen what this visitor wrote last, {@code service|id@seq}
 */
public record Visitor(
        Locale language,
        @Nullable String token,
        @Nullable String name,
        Set<String> roles,
        List<String> editorOf,
        @Nullable String seen) {
    public static Visitor anonymous(Locale language, @Nullable String seen) {
        return new Visitor(language, null, null, Set.of(), List.of(), seen);
    }

    public boolean isSignedIn() {
        return token != null;
    }

    public boolean isStaff() {
        return roles.contains("staff");
    }

    public boolean isVolunteerCentre() {
        return isStaff() || roles.contains("volunteer-centre");
    }

    public boolean isVenueManager() {
        return isStaff() || roles.contains("venue-manager");
    }

    public boolean speaksFor(@Nullable String association) {
        return isStaff() || (association != null && editorOf.contains(association));
    }
}
