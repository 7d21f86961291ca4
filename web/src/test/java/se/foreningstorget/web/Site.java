package se.foreningstorget.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The pages as they are served, in front of the played API. */
final class Site implements AutoCloseable {
    static final String EDITOR =
            token("{\"sub\":\"kim\",\"name\":\"Kim\",\"editor_of\":[\"kor\"],\"exp\":4102444800}");
    static final String STAFF =
            token(
                    "{\"sub\":\"robin\",\"name\":\"Robin\",\"roles\":[\"staff\"],"
                            + "\"editor_of\":[\"kor\"],\"exp\":4102444800}");

    final PlayedApi api = new PlayedApi();
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    Site() {
        context =
                new SpringApplicationBuilder(WebService.class)
                        .properties("spring.config.name=" + WebService.NAME)
                        .run("--foreningstorget.api=" + api.address(), "--server.port=0");
    }

    static String token(String claims) {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return "e30." + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".c2ln";
    }

    String address() {
        return "http://127.0.0.1:"
                + Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
    }

    /** Headers as name, value, name, value. */
    HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address() + path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Sends a form from a page of ours. */
    HttpResponse<String> post(String path, String form, String... headers) {
        return postFrom("same-origin", path, form, headers);
    }

    HttpResponse<String> postFrom(String site, String path, String form, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create(address() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", site)
                        .POST(HttpRequest.BodyPublishers.ofString(form));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        api.close();
    }
}
