package se.foreningstorget.gateway;

import jakarta.servlet.http.HttpServletResponse;

/** What every answer tells browsers, unless the service that answers has said otherwise. */
final class SecurityHeaders {
    static final String POLICY = "Content-Security-Policy";

    private SecurityHeaders() {}

    static void put(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
    }

    /** For HTML: nothing from elsewhere, and no script or style within the page. */
    static void putForPage(HttpServletResponse response) {
        response.setHeader(
                POLICY,
                "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; "
                        + "form-action 'self'; frame-ancestors 'none'");
    }
}
