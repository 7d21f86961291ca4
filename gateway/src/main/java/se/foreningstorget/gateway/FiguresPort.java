package se.foreningstorget.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.springframework.context.SmartLifecycle;

/**
 * Shows the door's figures on a port of their own: the port that faces the outside never does. The
 * path is the one the services have theirs at.
 */
final class FiguresPort implements SmartLifecycle {
    private static final String PATH = "/actuator/prometheus";
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry;
    private final HttpServer server;
    private volatile boolean running;

    /**
     * @param port 0: any free one
     */
    FiguresPort(PrometheusMeterRegistry registry, int port) {
        this.registry = registry;
        try {
            server = HttpServer.create(new InetSocketAddress(port), 0);
        } catch (IOException taken) {
            throw new IllegalStateException("no figures on port " + port, taken);
        }
        server.createContext(PATH, this::answer);
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals(PATH)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            var body = registry.scrape(TYPE).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", TYPE);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void start() {
        server.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        server.stop(0);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
