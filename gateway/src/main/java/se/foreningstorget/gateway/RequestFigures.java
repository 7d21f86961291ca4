package se.foreningstorget.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Times every request by the route it took, outside of everything that may still change its answer.
 * The labels are ours: a route's pattern, a method we know, a status; never what somebody sent.
 */
final class RequestFigures extends ValveBase {
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final MeterRegistry registry;

    RequestFigures(MeterRegistry registry) {
        super(true);
        this.registry = registry;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        long began = System.nanoTime();
        try {
            getNext().invoke(request, response);
        } finally {
            var route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            int status = response.getStatus();
            Timer.builder("http.server.requests")
                    .description("Requests by the route they took, the service's time included")
                    .tag(
                            "method",
                            METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER")
                    .tag("uri", route == null ? "UNKNOWN" : route.toString())
                    .tag("status", String.valueOf(status))
                    .tag("outcome", outcome(status))
                    .register(registry)
                    .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
    }

    /** As Spring names them, so that one rule counts them all. */
    private static String outcome(int status) {
        return switch (status / 100) {
            case 1 -> "INFORMATIONAL";
            case 2 -> "SUCCESS";
            case 3 -> "REDIRECTION";
            case 4 -> "CLIENT_ERROR";
            case 5 -> "SERVER_ERROR";
            default -> "UNKNOWN";
        };
    }
}
