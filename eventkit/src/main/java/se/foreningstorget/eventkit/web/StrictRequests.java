package se.foreningstorget.eventkit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * What would be passed over is refused instead: a parameter nothing reads, as a filter with a typo
 * would find everything, and the encoding of a body, which would be read as it is.
 */
final class StrictRequests implements HandlerInterceptor {
    /** The names each method reads; none where it takes any. */
    private final Map<Method, Optional<SortedSet<String>>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        for (var encoding : Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING))) {
            if (!encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
                response.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
                throw Problem.unsupportedEncoding(encoding);
            }
        }
        if (handler instanceof HandlerMethod method && isJudged(request)) {
            known.computeIfAbsent(method.getMethod(), _ -> ParameterNames.of(method))
                    .ifPresent(names -> check(request.getQueryString(), names));
        }
        return true;
    }

    /** Calendar programs hang things of their own on the addresses of feeds. */
    private static boolean isJudged(HttpServletRequest request) {
        var path = request.getRequestURI();
        return request.getQueryString() != null
                && path.startsWith("/api/")
                && !path.endsWith(".ics")
                && !request.getMethod().equals("OPTIONS");
    }

    /** By the query itself: among a request's parameters are the fields of a form, too. */
    private static void check(String query, SortedSet<String> names) {
        for (var pair : query.split("&")) {
            var name = decoded(pair.split("=", 2)[0]);
            if (!pair.isEmpty() && !names.contains(name)) {
                throw Problem.badRequest(
                        "unknown-parameter", name, names.size(), String.join(", ", names));
            }
        }
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw Problem.badRequest("bad-encoding");
        }
    }
}
