package se.foreningstorget.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.ContractJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Calls to the operators' side of each service, through the gateway like any other. */
final class OperatorCalls {
    static final List<String> SERVICES = List.of("register", "calendar", "venue", "notification");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String token;

    /**
     * @param token a staff caller's; null: the local sign-in page is asked for one
     */
    OperatorCalls(String url, @Nullable String token) {
        this.url = url.replaceFirst("/+$", "");
        this.token = token == null ? localToken() : token;
    }

    JsonNode get(String service, String path) {
        return answer(to(service, path).GET());
    }

    JsonNode post(String service, String path, Map<String, ?> body) {
        var json = ContractJson.mapper().writeValueAsString(body);
        return answer(
                to(service, path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder to(String service, String path) {
        return HttpRequest.newBuilder(
                        URI.create(url + "/api/" + service + "/v1/operations/" + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", Locale.getDefault().toLanguageTag());
    }

    private JsonNode answer(HttpRequest.Builder request) {
        var reply = send(request.timeout(Duration.ofMinutes(2)).build());
        var body = reply.body().isBlank() ? null : ContractJson.mapper().readTree(reply.body());
        if (reply.statusCode() >= 300) {
            throw new CannotStart(
                    reply.statusCode()
                            + " "
                            + (body == null ? "" : body.path("detail").asString(reply.body())));
        }
        return body == null ? MissingNode.getInstance() : body;
    }

    private String localToken() {
        var reply = send(HttpRequest.newBuilder(URI.create(url + "/sign-in/tokens/staff")).build());
        if (reply.statusCode() != 200) {
            throw new CannotStart("A staff caller's token is needed: --token, or OPERATE_TOKEN.");
        }
        return reply.body().strip();
    }

    private java.net.http.HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException away) {
            throw new CannotStart(url + " does not answer: is the square running?");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("stopped");
        }
    }
}
