package se.foreningstorget.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a form act only when it was sent from a page of ours: the browser says where it stood. */
final class SameOrigin implements HandlerInterceptor {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    /** The form was sent from somebody else's page. */
    static final class FromElsewhere extends RuntimeException {
        FromElsewhere() {
            super("form from elsewhere", null, false, false);
        }
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!HARMLESS.contains(request.getMethod()) && !isOurs(request)) {
            throw new FromElsewhere();
        }
        return true;
    }

    private static boolean isOurs(HttpServletRequest request) {
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        @Nullable String origin = request.getHeader(HttpHeaders.ORIGIN);
        // X-Forwarded-Host is the gateway's word; no page can make a browser send it
        return origin != null
                && Stream.of(HttpHeaders.HOST, "X-Forwarded-Host")
                        .map(request::getHeader)
                        .anyMatch(host -> host != null && host.equalsIgnoreCase(authority(origin)));
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
