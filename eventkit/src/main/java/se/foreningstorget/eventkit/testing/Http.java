package se.foreningstorget.eventkit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.ContractJson;
import tools.jackson.databind.JsonNode;

/** Calls an API the way a client in another process does. */
public class Http {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    public Http(URI base) {
        this.base = base;
    }

    public URI base() {
        return base;
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
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (body != null && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
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
}
