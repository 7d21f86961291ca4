package se.foreningstorget.eventkit.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who calls, as the token tells.
 *
 * @param subject {@code anonymous} without a token
 * @param editorOf ids of the associations the caller may speak for
 */
public record Caller(String subject, Set<Role> roles, Set<String> editorOf) {
    public static final Caller ANONYMOUS = new Caller("anonymous", Set.of(), Set.of());

    public boolean isAnonymous() {
        return this == ANONYMOUS;
    }

    public boolean is(Role... any) {
        return Arrays.stream(any).anyMatch(roles::contains);
    }

    public boolean edits(String association) {
        return editorOf.contains(association);
    }

    /** Signed in as an association or as the city. */
    public boolean isAssociationOrCity() {
        return !roles.isEmpty() || !editorOf.isEmpty();
    }

    public void mustBe(Role... any) {
        must(is(any));
    }

    /** The caller must speak for the association, or be one of the roles. */
    public void mustEdit(String association, Role... or) {
        must(edits(association) || is(or));
    }

    /** Goes on when allowed; else the caller is told to sign in, or that it is not theirs. */
    public void must(boolean allowed) {
        if (!allowed) {
            throw new NotAllowed(isAnonymous());
        }
    }

    static Caller of(Jwt token) {
        var claimed = claims(token, "roles");
        return new Caller(
                Objects.requireNonNullElse(token.getSubject(), "unknown"),
                Arrays.stream(Role.values())
                        .filter(role -> claimed.contains(role.claim()))
                        .collect(Collectors.toUnmodifiableSet()),
                claims(token, "editor_of"));
    }

    private static Set<String> claims(Jwt token, String name) {
        @Nullable List<String> values = token.getClaimAsStringList(name);
        return values == null ? Set.of() : Set.copyOf(values);
    }

    /** The caller may not do this. */
    static final class NotAllowed extends RuntimeException {
        private final boolean anonymous;

        NotAllowed(boolean anonymous) {
            super(anonymous ? "sign-in needed" : "not allowed", null, false, false);
            this.anonymous = anonymous;
        }

        boolean anonymous() {
            return anonymous;
        }
    }
}
