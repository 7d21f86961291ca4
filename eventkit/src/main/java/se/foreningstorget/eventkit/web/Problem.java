package se.foreningstorget.eventkit.web;

import org.springframework.http.HttpStatus;

/**
 * Something a caller must be told; the texts stand in the message bundles under {@code problem.}.
 */
public final class Problem extends RuntimeException {
    private final HttpStatus status;
    private final String code;
    private final transient Object[] arguments;

    private Problem(HttpStatus status, String code, Object... arguments) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.arguments = arguments;
    }

    /** There is no such thing, or the caller may not know that there is. */
    public static Problem notFound() {
        return new Problem(HttpStatus.NOT_FOUND, "not-found");
    }

    /** The request itself is wrong. */
    public static Problem badRequest(String code, Object... arguments) {
        return new Problem(HttpStatus.BAD_REQUEST, code, arguments);
    }

    static Problem unsupportedEncoding(String encoding) {
        return new Problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-encoding", encoding);
    }

    public static Problem tooMany() {
        return new Problem(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests");
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    Object[] arguments() {
        return arguments;
    }
}
