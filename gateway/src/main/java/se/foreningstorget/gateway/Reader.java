package se.foreningstorget.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Who reads the answer: the language, and whether it is shown as a page. */
record Reader(Locale language, boolean page) {
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final List<Locale> LANGUAGES = List.of(SWEDISH, Locale.ENGLISH);

    static Reader of(HttpServletRequest request) {
        return new Reader(
                language(request.getHeader("Accept-Language")), page(request.getHeader("Accept")));
    }

    private static Locale language(@Nullable String wished) {
        if (wished == null || wished.isBlank()) {
            return SWEDISH;
        }
        try {
            var found = Locale.lookup(Locale.LanguageRange.parse(wished), LANGUAGES);
            return found == null ? SWEDISH : found;
        } catch (IllegalArgumentException malformed) {
            return SWEDISH;
        }
    }

    /** Only who names HTML itself, not after something else: {@code * / *} is a program. */
    private static boolean page(@Nullable String accepted) {
        if (accepted == null) {
            return false;
        }
        try {
            return MediaType.parseMediaTypes(accepted).stream()
                    .filter(type -> !type.isWildcardType() && type.getQualityValue() > 0)
                    .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
                    .limit(1)
                    .anyMatch(type ->
                            type.equalsTypeAndSubtype(MediaType.TEXT_HTML)
                                    || type.equalsTypeAndSubtype(MediaType.APPLICATION_XHTML_XML));
        } catch (InvalidMediaTypeException malformed) {
            return false;
        }
    }
}
