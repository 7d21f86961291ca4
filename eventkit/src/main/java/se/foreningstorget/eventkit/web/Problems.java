package se.foreningstorget.eventkit.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Renders RFC 9457 problems in the reader's language: a stable code, and what to do about it. */
public final class Problems {
    private final MessageSource texts;

    public Problems(MessageSource texts) {
        this.texts = texts;
    }

    /** One field that is wrong, and why. */
    public record FieldError(String field, String text) {}

    /** A problem's text in the reader's language. */
    String text(String code, Locale locale, Object... arguments) {
        var key = "problem." + code;
        return String.valueOf(texts.getMessage(key, arguments, key, locale));
    }

    public ProblemDetail detail(
            HttpStatus status, String code, Locale locale, Object... arguments) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(java.net.URI.create("/problems/" + code));
        problem.setTitle(
                texts.getMessage(
                        "status." + status.value(), null, status.getReasonPhrase(), locale));
        problem.setDetail(text(code, locale, arguments));
        problem.setProperties(Map.of("code", code));
        return problem;
    }

    public ResponseEntity<Object> reply(
            HttpStatus status, String code, Locale locale, Object... arguments) {
        return reply(detail(status, code, locale, arguments), locale);
    }

    ResponseEntity<Object> invalid(List<FieldError> errors, Locale locale) {
        var problem = detail(HttpStatus.BAD_REQUEST, "invalid-fields", locale);
        problem.setProperties(Map.of("code", "invalid-fields", "errors", errors));
        return reply(problem, locale);
    }

    ResponseEntity<Object> reply(ProblemDetail problem, Locale locale) {
        var reply =
                ResponseEntity.status(problem.getStatus())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
        @Nullable String retryAfter = problem.getStatus() == 503 ? "2" : null;
        if (retryAfter != null) {
            reply.header(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        if (problem.getStatus() == 401) {
            reply.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return reply.body(problem);
    }
}
