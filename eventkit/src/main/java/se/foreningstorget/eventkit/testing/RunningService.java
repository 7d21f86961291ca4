package se.foreningstorget.eventkit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.eventkit.web.LocalIssuer;
import se.foreningstorget.eventkit.web.Role;
import tools.jackson.databind.JsonNode;

/** A whole service as a test meets it: over HTTP, with tokens of its own issuer. */
public final class RunningService implements AutoCloseable {
    private static final LocalIssuer ISSUER =
            new LocalIssuer("https://issuer.example.org", "foreningstorget");

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
        this.base =
                URI.create(
                        "http://127.0.0.1:"
                                + context.getEnvironment()
                                        .getRequiredProperty("local.server.port"));
    }

    /**
     * Starts a service on a free port.
     *
     * @param name also the name of its configuration file
     */
    public static RunningService start(
            Class<?> service, String name, String kafka, String mongodb, Map<String, ?> more) {
        try {
            var keys = Files.createTempFile("keys", ".json");
            var properties = new HashMap<String, Object>(more);
            properties.put("spring.config.name", name);
            properties.put("foreningstorget.kafka", kafka);
            properties.put("foreningstorget.mongodb", mongodb);
            properties.put("foreningstorget.sweep", "0s");
            properties.put("foreningstorget.issuer", ISSUER.issuer());
            properties.put("foreningstorget.jwks", ISSUER.writeKeysTo(keys).toString());
            var arguments =
                    properties.entrySet().stream()
                            .map(it -> "--" + it.getKey() + "=" + it.getValue())
                            .toArray(String[]::new);
            return new RunningService(
                    new SpringApplicationBuilder(service)
                            .registerShutdownHook(false)
                            .run(arguments));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public static String token(Role... roles) {
        return ISSUER.token("someone", List.of(roles), List.of(), inAnHour());
    }

    public static String editorOf(String... associations) {
        return ISSUER.token("an-editor", List.of(), List.of(associations), inAnHour());
    }

    public static LocalIssuer issuer() {
        return ISSUER;
    }

    /** A reply with its body read as JSON; a missing node for an empty one. */
    public record Reply(int status, HttpResponse<String> raw) {
        public JsonNode json() {
            return raw.body().isEmpty()
                    ? ContractJson.mapper().missingNode()
                    : ContractJson.mapper().readTree(raw.body());
        }

        public @Nullable String header(String name) {
            return raw.headers().firstValue(name).orElse(null);
        }
    }

    public Reply get(String path, @Nullable String token, String... headers) {
        return send("GET", path, token, null, headers);
    }

    public Reply put(String path, @Nullable String token, Object body, String... headers) {
        return send("PUT", path, token, body, headers);
    }

    public Reply post(String path, @Nullable String token, Object body, String... headers) {
        return send("POST", path, token, body, headers);
    }

    public Reply delete(String path, @Nullable String token, String... headers) {
        return send("DELETE", path, token, null, headers);
    }

    /**
     * @param body JSON text as it is, or anything to be written as JSON
     * @param headers name, value, name, value
     */
    public Reply send(
            String method,
            String path,
            @Nullable String token,
            @Nullable Object body,
            String... headers) {
        var request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(Duration.ofSeconds(30))
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(
                                                body instanceof String text
                                                        ? text
                                                        : ContractJson.mapper()
                                                                .writeValueAsString(body)));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var reply = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(reply.statusCode(), reply);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }

    private static Instant inAnHour() {
        return Instant.now().plusSeconds(3_600);
    }
}
