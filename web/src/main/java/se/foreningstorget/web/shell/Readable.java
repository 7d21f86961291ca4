package se.foreningstorget.web.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away addresses and forms whose bytes are no text, before a page reads its language from
 * them. What they held goes nowhere, the log included.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Readable extends OncePerRequestFilter {
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="sv">
            <head><meta charset="utf-8"><title>Gick inte att läsa – Föreningstorget</title></head>
            <body><main>
            <h1>Det gick inte att läsa</h1>
            <p>Adressen eller formuläret innehåller tecken som inte är UTF-8. Gå tillbaka, skriv om
            dem och försök igen.</p>
            <p lang="en">The address or form holds characters that are not UTF-8. Go back, write them
            again and retry.</p>
            <p><a href="/">Föreningstorget</a></p>
            </main></body>
            </html>
            """;

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getCharacterEncoding() == null) {
            request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        }
        try {
            request.getParameterMap();
        } catch (InvalidParameterException notText) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            response.setContentType("text/html;charset=utf-8");
            response.getWriter().write(PAGE);
            return;
        }
        chain.doFilter(request, response);
    }
}
