package se.foreningstorget.web.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells browsers what no page of ours ever does, and which pages must not be kept. */
final class SafeHeaders extends OncePerRequestFilter {
    private static final Pattern PERSONAL =
            Pattern.compile("/(leads|volunteer-centre|my-association|newsletter)(/.*)?");

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
                        + " frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        // an address with a key in it must not travel on to other sites
        response.setHeader("Referrer-Policy", "same-origin");
        if (PERSONAL.matcher(request.getRequestURI()).matches()) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Robots-Tag", "noindex");
        } else if (!request.getRequestURI().startsWith("/assets/")) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        }
        chain.doFilter(request, response);
    }
}
