package se.foreningstorget.standalone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import se.foreningstorget.calendar.CalendarService;
import se.foreningstorget.embedded.FreePorts;
import se.foreningstorget.eventkit.AggregateFactory;
import se.foreningstorget.eventkit.read.Feed;
import se.foreningstorget.gateway.GatewayService;
import se.foreningstorget.notification.NotificationService;
import se.foreningstorget.register.RegisterService;
import se.foreningstorget.venue.VenueService;
import se.foreningstorget.web.WebService;

/** The services, each in a context and on a loopback port of its own, started side by side. */
final class Services implements AutoCloseable {
    private static final Duration CATCHING_UP = Duration.ofMinutes(10);

    private record Service(String route, String name, Class<?> main) {}

    private static final List<Service> BEHIND_THE_GATEWAY =
            List.of(
                    new Service(
                            "notification", NotificationService.NAME, NotificationService.class),
                    new Service("register", RegisterService.NAME, RegisterService.class),
                    new Service("calendar", CalendarService.NAME, CalendarService.class),
                    new Service("venue", VenueService.NAME, VenueService.class),
                    new Service("web", WebService.NAME, WebService.class));

    private static final Service GATEWAY =
            new Service("gateway", GatewayService.NAME, GatewayService.class);

    private final Map<String, ConfigurableApplicationContext> running = new LinkedHashMap<>();

    /**
     * Starts all of them; none stays when one fails.
     *
     * @param shared arguments for every service
     * @param gateway arguments for the gateway alone
     */
    static Services start(List<String> shared, List<String> gateway) {
        var services = new Services();
        var ports = FreePorts.many(BEHIND_THE_GATEWAY.size());
        var starting =
                new LinkedHashMap<String, CompletableFuture<ConfigurableApplicationContext>>();
        var routes = new ArrayList<>(gateway);
        for (int i = 0; i < BEHIND_THE_GATEWAY.size(); i++) {
            var service = BEHIND_THE_GATEWAY.get(i);
            var arguments = new ArrayList<>(shared);
            arguments.add("--server.address=127.0.0.1");
            arguments.add("--server.port=" + ports.get(i));
            starting.put(service.name(), starting(service, arguments));
            routes.add(
                    "--foreningstorget.gateway.services."
                            + service.route()
                            + "=http://127.0.0.1:"
                            + ports.get(i));
        }
        starting.put(GATEWAY.name(), starting(GATEWAY, routes));
        RuntimeException failure = null;
        for (var one : starting.entrySet()) {
            try {
                services.running.put(one.getKey(), one.getValue().join());
            } catch (CompletionException failed) {
                failure =
                        new IllegalStateException(
                                one.getKey() + " did not start", failed.getCause());
            }
        }
        if (failure != null) {
            services.close();
            throw failure;
        }
        return services;
    }

    private static CompletableFuture<ConfigurableApplicationContext> starting(
            Service service, List<String> arguments) {
        var started = new CompletableFuture<ConfigurableApplicationContext>();
        Thread.ofPlatform()
                .name("start-" + service.name())
                .start(() -> {
                    try {
                        started.complete(context(service, arguments));
                    } catch (Throwable failed) {
                        started.completeExceptionally(failed);
                    }
                });
        return started;
    }

    private static ConfigurableApplicationContext context(Service service, List<String> arguments) {
        var all = new ArrayList<>(arguments);
        all.add("--spring.config.name=" + service.name());
        return new SpringApplicationBuilder(service.main())
                .registerShutdownHook(false)
                .logStartupInfo(false)
                .run(all.toArray(String[]::new));
    }

    String property(String name) {
        return running.values().iterator().next().getEnvironment().getRequiredProperty(name);
    }

    /** Waits until every index holds what was in the store. */
    void awaitCaughtUp() throws InterruptedException {
        for (var context : running.values()) {
            for (Feed<?> feed : context.getBeansOfType(Feed.class).values()) {
                if (!feed.awaitCaughtUp(CATCHING_UP)) {
                    throw new IllegalStateException("an index did not catch up");
                }
            }
        }
    }

    /** Says every aggregate's present state again, as after a stop nobody prepared. */
    void republish() {
        for (var context : running.values()) {
            context.getBeansOfType(AggregateFactory.class)
                    .values()
                    .forEach(AggregateFactory::republish);
        }
    }

    /** The gateway first, so that nothing new comes in; then the rest side by side. */
    @Override
    public void close() {
        var gateway = running.remove(GATEWAY.name());
        if (gateway != null) {
            gateway.close();
        }
        // not on the common pool: on two cores it would close them one after another
        try (var each = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            running.values().forEach(context -> each.execute(context::close));
        }
    }
}
