package se.foreningstorget.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The door as it is in service, on a port of its own, and a client that goes through it. */
final class RunningDoor implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final int port;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RunningDoor(ConfigurableApplicationContext context) {
        this.context = context;
        this.port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    /**
     * @param properties {@code venue=<address>} for a service, or any property by its full name;
     *     services not named are away
     */
    static RunningDoor to(String... properties) {
        var said = new LinkedHashMap<String, String>();
        var away = "http://127.0.0.1:" + freePort();
        for (var name : List.of("register", "calendar", "venue", "notification", "web")) {
            said.put("foreningstorget.gateway.services." + name, away);
        }
        said.put("server.port", "0");
        said.put("server.address", "127.0.0.1");
        said.put("foreningstorget.gateway.read-timeout", "700ms");
        said.put("foreningstorget.gateway.breaker-pause", "500ms");
        said.put("foreningstorget.gateway.documents-kept", "300ms");
        for (var property : properties) {
            var parts = property.split("=", 2);
            said.put(
                    parts[0].contains(".")
                            ? parts[0]
                            : "foreningstorget.gateway.services." + parts[0],
                    parts[1]);
        }
        var arguments = new ArrayList<String>();
        said.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return new RunningDoor(
                new SpringApplicationBuilder(GatewayService.class)
                        .properties("spring.config.name=" + GatewayService.NAME)
                        .registerShutdownHook(false)
                        .run(arguments.toArray(String[]::new)));
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int port() {
        return port;
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        return exchange(method, path, body, BodyHandlers.ofString(), headers);
    }

    HttpResponse<byte[]> bytes(String method, String path, BodyPublisher body, String... headers) {
        return exchange(method, path, body, BodyHandlers.ofByteArray(), headers);
    }

    private <T> HttpResponse<T> exchange(
            String method,
            String path,
            BodyPublisher body,
            HttpResponse.BodyHandler<T> handler,
            String... headers) {
        var request =
                HttpRequest.newBuilder(uri(path))
                        .timeout(Duration.ofSeconds(20))
                        .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), handler);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Says exactly this and reads until the door closes: end with {@code Connection: close}. */
    String raw(String request) {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static JsonNode json(HttpResponse<String> reply) {
        return JsonMapper.shared().readTree(reply.body());
    }

    static String header(HttpResponse<?> reply, String name) {
        return String.join("|", reply.headers().allValues(name));
    }

    @Override
    public void close() {
        context.close();
        client.close();
    }
}
