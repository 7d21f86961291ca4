package se.foreningstorget.gateway;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * The headers a service gets: the client's own, but for those of one connection, and with where it
 * came from said by the door, who saw it, and not by the client.
 */
final class OnwardHeaders implements RequestHttpHeadersFilter, Ordered {
    private static final Set<String> SAID_BY_THE_DOOR =
            Set.of("forwarded", "x-real-ip", "content-length", "expect", Trace.HEADER);

    @Override
    public HttpHeaders apply(HttpHeaders given, ServerRequest request) {
        var servlet = request.servletRequest();
        var dropped = new HashSet<>(Hops.named(servlet.getHeaders(HttpHeaders.CONNECTION)));
        dropped.addAll(SAID_BY_THE_DOOR);
        var onward = new HttpHeaders();
        given.forEach((name, values) -> {
            var plain = name.toLowerCase(Locale.ROOT);
            if (!dropped.contains(plain) && !plain.startsWith("x-forwarded-")) {
                onward.addAll(name, values);
            }
        });
        onward.set("X-Forwarded-For", servlet.getRemoteAddr());
        onward.set("X-Forwarded-Proto", servlet.getScheme());
        var host = servlet.getHeader(HttpHeaders.HOST);
        if (host != null) {
            onward.set("X-Forwarded-Host", host);
        }
        onward.set(Trace.HEADER, String.valueOf(servlet.getAttribute(Trace.ATTRIBUTE)));
        return onward;
    }

    /** Last, as the library's own filters would drop what is set here. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
