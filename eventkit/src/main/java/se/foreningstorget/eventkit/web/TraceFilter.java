package se.foreningstorget.eventkit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import se.foreningstorget.eventkit.Trace;

/** Takes over the caller's W3C trace context, or begins one, for logs and events alike. */
final class TraceFilter extends OncePerRequestFilter {
    private static final Pattern SHAPE =
            Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var given = request.getHeader(Trace.KEY);
        MDC.put(Trace.KEY, given != null && SHAPE.matcher(given).matches() ? given : begun());
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(Trace.KEY);
        }
    }

    private static String begun() {
        var random = new byte[24];
        ThreadLocalRandom.current().nextBytes(random);
        var hex = HexFormat.of();
        return "00-" + hex.formatHex(random, 0, 16) + "-" + hex.formatHex(random, 16, 24) + "-01";
    }
}
