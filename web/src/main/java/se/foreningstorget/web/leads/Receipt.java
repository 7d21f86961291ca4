package se.foreningstorget.web.leads;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import se.foreningstorget.web.api.Lead;
import se.foreningstorget.web.shell.Address;

/** Where the receipt of a lead is; the browser keeps it a while, for who sends the form again. */
record Receipt(String id, String key) {
    static final String COOKIE = "receipt";

    /** No longer than its address stands in the browser's history anyway. */
    private static final Duration KEPT = Duration.ofMinutes(30);

    static Receipt of(Lead lead) {
        return new Receipt(lead.id(), lead.receiptKey() == null ? "-" : lead.receiptKey());
    }

    /** The one kept of this lead; null when none is, or of another. */
    static @Nullable Receipt kept(@Nullable String cookie, String id) {
        return !id.isBlank()
                        && cookie != null
                        && cookie.matches("[\\w.-]+/[\\w.-]+")
                        && cookie.startsWith(id + "/")
                ? new Receipt(id, cookie.substring(id.length() + 1))
                : null;
    }

    void keep(HttpServletResponse response) {
        var cookie =
                ResponseCookie.from(COOKIE, id + "/" + key)
                        .path("/leads")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .maxAge(KEPT)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    Address address() {
        return Address.of("/leads/{id}/receipt/{key}", id, key);
    }
}
