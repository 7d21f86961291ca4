package se.foreningstorget.web.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;
import se.foreningstorget.web.api.Visitor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads from cookies who looks at the page, and what they wrote last. */
final class Visitors {
    static final String TOKEN = "token";
    private static final String SEEN = "seen";
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final JsonMapper CLAIMS = JsonMapper.builder().build();

    private final LocaleResolver languages;
    private final InstantSource clock;

    Visitors(LocaleResolver languages, InstantSource clock) {
        this.languages = languages;
        this.clock = clock;
    }

    /** What the token says of its owner; unknown claims are not ours to mind. */
    private record Claims(
            @Nullable String sub,
            @Nullable String name,
            @Nullable Long exp,
            @Nullable Set<String> roles,
            @Nullable List<String> editor_of) {}

    Visitor of(HttpServletRequest request) {
        var language = languages.resolveLocale(request);
        @Nullable String seen = cookie(request, SEEN);
        @Nullable String token = cookie(request, TOKEN);
        @Nullable Claims claims = token == null ? null : claims(token);
        if (claims == null || isOver(claims)) {
            return Visitor.anonymous(language, seen);
        }
        return new Visitor(
                language,
                token,
                claims.name() == null ? claims.sub() : claims.name(),
                claims.roles() == null ? Set.of() : Set.copyOf(claims.roles()),
                claims.editor_of() == null ? List.of() : List.copyOf(claims.editor_of()),
                seen);
    }

    /** Lets the next lists show what was just written. */
    static void remember(HttpServletResponse response, String service, String seen) {
        var cookie =
                ResponseCookie.from(
                                SEEN,
                                URLEncoder.encode(service + "|" + seen, StandardCharsets.UTF_8))
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .maxAge(FRESH)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private boolean isOver(Claims claims) {
        return claims.exp() != null && claims.exp() <= clock.instant().getEpochSecond();
    }

    private static @Nullable Claims claims(String token) {
        var parts = token.split("\\.");
        if (parts.length != 3) {
            return null;
        }
        try {
            return CLAIMS.readValue(Base64.getUrlDecoder().decode(parts[1]), Claims.class);
        } catch (IllegalArgumentException | JacksonException e) {
            return null;
        }
    }

    private static @Nullable String cookie(HttpServletRequest request, String name) {
        @Nullable Cookie cookie = WebUtils.getCookie(request, name);
        if (cookie == null || cookie.getValue() == null || cookie.getValue().isBlank()) {
            return null;
        }
        try {
            var value = URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8);
            // it goes on to the API in a header
            return value.matches("[ -~]+") ? value : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
