package se.foreningstorget.web.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The gateway's API, as one visitor may use it. Every no is a {@link Refused}. */
public final class Api {
    private static final String SEEN = "Seen";
    private static final JsonMapper PROBLEMS = JsonMapper.builder().build();

    private final RestClient client;
    private final String base;
    private final Visitor visitor;
    private final BiConsumer<String, String> wrote;

    /**
     * @param wrote hears the service and the {@code Seen} of each write
     */
    public Api(RestClient client, String base, Visitor visitor, BiConsumer<String, String> wrote) {
        this.client = client;
        this.base = UriComponentsBuilder.fromUriString(base).toUriString();
        this.visitor = visitor;
        this.wrote = wrote;
    }

    /** An answer and its version. */
    public record Versioned<T>(T body, @Nullable String etag) {}

    public <T> T get(Call call, Class<T> type) {
        return read(call, ParameterizedTypeReference.<T>forType(type)).body();
    }

    public <T> Versioned<T> versioned(Call call, Class<T> type) {
        return read(call, ParameterizedTypeReference.<T>forType(type));
    }

    /** A list that shows what this visitor wrote last. */
    public <T> Listing<T> list(Call call, Class<T> item) {
        var type = ResolvableType.forClassWithGenerics(Listing.class, item).getType();
        var seen = visitor.seen();
        if (seen != null && seen.startsWith(call.service() + "|")) {
            call.header(SEEN, seen.substring(seen.indexOf('|') + 1));
        }
        return read(call, ParameterizedTypeReference.<Listing<T>>forType(type)).body();
    }

    public <T> T put(Call call, Class<T> type) {
        return send(HttpMethod.PUT, call, ParameterizedTypeReference.<T>forType(type), true).body();
    }

    public <T> T post(Call call, Class<T> type) {
        return send(HttpMethod.POST, call, ParameterizedTypeReference.<T>forType(type), true)
                .body();
    }

    public <T> T delete(Call call, Class<T> type) {
        return send(HttpMethod.DELETE, call, ParameterizedTypeReference.<T>forType(type), true)
                .body();
    }

    /** What is public stays readable when the visitor's sign-in is not valid any more. */
    private <T> Versioned<T> read(Call call, ParameterizedTypeReference<T> type) {
        try {
            return send(HttpMethod.GET, call, type, true);
        } catch (Refused refused) {
            if (refused.status() == 401 && visitor.isSignedIn()) {
                return send(HttpMethod.GET, call, type, false);
            }
            throw refused;
        }
    }

    private <T> Versioned<T> send(
            HttpMethod method, Call call, ParameterizedTypeReference<T> type, boolean asSelf) {
        try {
            var request = client.method(method).uri(call.address(base));
            request.header(HttpHeaders.ACCEPT_LANGUAGE, visitor.language().toLanguageTag());
            call.headers().forEach(request::header);
            if (asSelf && visitor.token() != null) {
                request.header(HttpHeaders.AUTHORIZATION, "Bearer " + visitor.token());
            }
            if (method == HttpMethod.PUT || method == HttpMethod.POST) {
                request.contentType(MediaType.APPLICATION_JSON).body(call.body());
            }
            return request.exchangeForRequiredValue(
                    (sent, reply) -> answer(method, call, type, reply));
        } catch (RestClientException e) {
            throw Refused.away();
        }
    }

    private <T> Versioned<T> answer(
            HttpMethod method,
            Call call,
            ParameterizedTypeReference<T> type,
            ConvertibleClientHttpResponse reply)
            throws IOException {
        if (!reply.getStatusCode().is2xxSuccessful()) {
            throw refusal(reply);
        }
        @Nullable String seen = reply.getHeaders().getFirst(SEEN);
        if (method != HttpMethod.GET && seen != null && call.isListed()) {
            wrote.accept(call.service(), seen);
        }
        @Nullable T body = reply.bodyTo(type);
        if (body == null) {
            throw Refused.away();
        }
        return new Versioned<>(body, reply.getHeaders().getETag());
    }

    private static Refused refusal(ConvertibleClientHttpResponse reply) throws IOException {
        var said = new String(reply.getBody().readNBytes(1 << 16), StandardCharsets.UTF_8);
        int status = reply.getStatusCode().value();
        try {
            return new Refused(status, PROBLEMS.readValue(said, Refused.Problem.class));
        } catch (JacksonException e) {
            return new Refused(status, new Refused.Problem(null, null, List.of()));
        }
    }
}
