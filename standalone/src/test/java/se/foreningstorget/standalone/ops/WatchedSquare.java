package se.foreningstorget.standalone.ops;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import se.foreningstorget.calendar.CalendarService;
import se.foreningstorget.embedded.FreePorts;
import se.foreningstorget.eventkit.testing.Http;
import se.foreningstorget.eventkit.testing.RunningService;
import se.foreningstorget.gateway.GatewayService;
import se.foreningstorget.notification.NotificationService;
import se.foreningstorget.register.RegisterService;
import se.foreningstorget.testkit.Platform;
import se.foreningstorget.venue.VenueService;
import se.foreningstorget.web.WebService;

/** All services as in production, each reachable on its own, started once for the tests here. */
final class WatchedSquare extends Http {
    private static final Platform PLATFORM = Platform.shared();
    private static final WatchedSquare SHARED = start();

    private final Map<String, Http> figures;

    private WatchedSquare(URI gateway, Map<String, Http> figures) {
        super(gateway);
        this.figures = figures;
    }

    static WatchedSquare shared() {
        return SHARED;
    }

    /** What Prometheus would read, by service. */
    Map<String, String> scrape() {
        return figures.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                it ->
                                        it.getValue()
                                                .get("/actuator/prometheus", null)
                                                .raw()
                                                .body()));
    }

    private static WatchedSquare start() {
        var ports = FreePorts.many(2);
        var gateway = URI.create("http://127.0.0.1:" + ports.getFirst());
        var running = new LinkedHashMap<String, Http>();
        running.put("register", service(RegisterService.class, RegisterService.NAME, Map.of()));
        running.put("calendar", service(CalendarService.class, CalendarService.NAME, Map.of()));
        running.put("venue", service(VenueService.class, VenueService.NAME, Map.of()));
        running.put(
                "notification",
                service(
                        NotificationService.class,
                        NotificationService.NAME,
                        Map.of(
                                "foreningstorget.smtp.host",
                                "127.0.0.1",
                                "foreningstorget.smtp.port",
                                PLATFORM.smtpPort())));
        running.put(
                "web",
                service(WebService.class, WebService.NAME, Map.of("foreningstorget.api", gateway)));
        var routes = new LinkedHashMap<String, Object>();
        running.forEach((name, service) ->
                routes.put("foreningstorget.gateway.services." + name, service.base()));
        routes.put("foreningstorget.gateway.services.away", "http://127.0.0.1:1");
        routes.put("server.port", ports.getFirst());
        routes.put("foreningstorget.gateway.metrics-port", ports.getLast());
        service(GatewayService.class, GatewayService.NAME, routes);
        running.put("gateway", new Http(URI.create("http://127.0.0.1:" + ports.getLast())));
        return new WatchedSquare(gateway, running);
    }

    private static Http service(Class<?> main, String name, Map<String, ?> more) {
        var all = new LinkedHashMap<String, Object>(Map.of("server.port", 0));
        all.putAll(more);
        var service =
                RunningService.start(
                        main, name, PLATFORM.bootstrapServers(), PLATFORM.mongoUri(name), all);
        Runtime.getRuntime().addShutdownHook(new Thread(service::close));
        return service;
    }
}
