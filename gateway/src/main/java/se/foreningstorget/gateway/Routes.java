package se.foreningstorget.gateway;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.methods;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Which way a request goes; the first that fits. */
final class Routes {
    /** What the door's own answers can be asked with. */
    static final String READS = "GET,HEAD,OPTIONS";

    private final GatewaySettings settings;
    private final ApiIndex index;
    private final CircuitBreakerRegistry breakers;

    Routes(GatewaySettings settings, ApiIndex index, CircuitBreakerRegistry breakers) {
        this.breakers = breakers;
        this.settings = settings;
        this.index = index;
    }

    RouterFunction<ServerResponse> all() {
        var routes =
                RouterFunctions.route()
                        .route(reads("/api"), _ -> index.services())
                        .route(reads("/api/openapi.json"), _ -> index.document())
                        .OPTIONS(
                                path("/api").or(path("/api/openapi.json")),
                                _ -> ServerResponse.noContent().header("Allow", READS).build())
                        .route(
                                path("/api").or(path("/api/openapi.json")),
                                _ -> refuse(Fault.METHOD_NOT_ALLOWED));
        settings.apis().forEach((name, base) -> routes.add(to(name, "/api/" + name + "/**", base)));
        // health is the door's own and is found before any route; nothing else of it, and nothing
        // of that kind of a service, is for the outside
        routes.route(path("/api/**"), _ -> refuse(Fault.NOT_FOUND))
                .route(path("/actuator/**"), _ -> refuse(Fault.NOT_FOUND));
        for (var extra : settings.extra()) {
            routes.add(to("other", extra.path(), extra.uri()));
        }
        var web = settings.services().get(GatewaySettings.WEB);
        if (web != null) {
            routes.add(to(GatewaySettings.WEB, "/**", web));
        }
        return routes.route(path("/**"), _ -> refuse(Fault.NOT_FOUND)).build();
    }

    private RouterFunction<ServerResponse> to(String name, String pattern, URI base) {
        return route(name)
                .route(path(pattern), http())
                .before(uri(base))
                .filter(new Guard(name, settings.breakerPause(), breakers))
                .build();
    }

    private static RequestPredicate reads(String path) {
        return methods(HttpMethod.GET, HttpMethod.HEAD).and(path(path));
    }

    private static ServerResponse refuse(Fault fault) {
        throw Refusal.of(fault);
    }
}
