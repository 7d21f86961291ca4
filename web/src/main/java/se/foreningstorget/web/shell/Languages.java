package se.foreningstorget.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** The reader's language: as chosen in the page's head, else as the browser asks, else Swedish. */
public final class Languages implements LocaleResolver, HandlerInterceptor {
    static final String CHOICE = "lang";

    /** The languages there are texts in, Swedish first. */
    public static final List<Locale> ALL = List.of(Locale.of("sv"), Locale.of("en"));

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        @Nullable Locale chosen = known(request.getParameter(CHOICE));
        if (chosen != null) {
            return chosen;
        }
        var cookie = WebUtils.getCookie(request, CHOICE);
        @Nullable Locale kept = cookie == null ? null : known(cookie.getValue());
        return kept == null ? asked(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)) : kept;
    }

    private static Locale asked(@Nullable String header) {
        if (header != null) {
            try {
                @Nullable Locale best = Locale.lookup(Locale.LanguageRange.parse(header), ALL);
                return best == null ? ALL.getFirst() : best;
            } catch (IllegalArgumentException e) {
                return ALL.getFirst();
            }
        }
        return ALL.getFirst();
    }

    private static @Nullable Locale known(@Nullable String tag) {
        return ALL.stream()
                .filter(language -> language.getLanguage().equals(tag))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        throw new UnsupportedOperationException("a language is chosen by ?lang=");
    }

    /** Keeps the choice for a year. */
    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        @Nullable Locale chosen = known(request.getParameter(CHOICE));
        if (chosen != null) {
            var kept =
                    ResponseCookie.from(CHOICE, chosen.getLanguage())
                            .path("/")
                            .httpOnly(true)
                            .sameSite("Lax")
                            .maxAge(Duration.ofDays(365))
                            .build();
            response.addHeader(HttpHeaders.SET_COOKIE, kept.toString());
        }
        return true;
    }
}
