package se.foreningstorget.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.net.URIAuthority;
import org.springframework.cloud.gateway.server.mvc.common.AbstractProxyExchange;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.WebUtils;

/**
 * Hands a request on as it came, and its answer back as it came. Path, query, host and body are
 * taken from the wire and not from what the web framework understood of them.
 */
final class PassOn extends AbstractProxyExchange {
    private final Upstreams upstreams;

    PassOn(Upstreams upstreams, GatewayMvcProperties properties) {
        super(properties);
        this.upstreams = upstreams;
    }

    @Override
    public ServerResponse exchange(Request request) {
        var base = java.util.Objects.requireNonNull(request.getUri());
        try {
            return new Answer(base, send(base, request));
        } catch (SenderGone gone) {
            throw new java.io.UncheckedIOException(gone);
        } catch (IOException failed) {
            throw UpstreamTrouble.from(failed);
        }
    }

    /** Once more only where no byte was sent and the method promises to change nothing. */
    private ClassicHttpResponse send(URI base, Request request) throws IOException {
        try {
            return upstreams.send(base, onward(request));
        } catch (IOException failed) {
            boolean again =
                    UpstreamTrouble.from(failed).unreached()
                            && (request.getMethod() == HttpMethod.GET
                                    || request.getMethod() == HttpMethod.HEAD);
            if (!again) {
                throw failed;
            }
            return upstreams.send(base, onward(request));
        }
    }

    private static BasicClassicHttpRequest onward(Request request) throws IOException {
        var servlet = request.getServerRequest().servletRequest();
        var query = servlet.getQueryString();
        var path = servlet.getRequestURI();
        var onward =
                new BasicClassicHttpRequest(
                        request.getMethod().name(), query == null ? path : path + "?" + query);
        request.getHeaders()
                .forEach((name, values) ->
                        values.forEach(value -> {
                            if (!name.equalsIgnoreCase(HttpHeaders.HOST)) {
                                onward.addHeader(name, value);
                            }
                        }));
        var host = servlet.getHeader(HttpHeaders.HOST);
        if (host != null) {
            try {
                onward.setAuthority(URIAuthority.create(host));
            } catch (URISyntaxException malformed) {
                throw Refusal.of(Fault.BAD_REQUEST);
            }
        }
        var incoming = WebUtils.getNativeRequest(servlet, Incoming.class);
        if (incoming != null && incoming.hasBody()) {
            onward.setEntity(body(incoming));
        }
        return onward;
    }

    /**
     * A body of unsaid length is taken in whole first: the client library would end a body that
     * breaks off, by the limit or its sender, as if it were complete.
     */
    private static HttpEntity body(Incoming incoming) throws IOException {
        // the type goes among the other headers, as it was written
        ContentType said = null;
        long length = incoming.getContentLengthLong();
        return length < 0
                ? new ByteArrayEntity(incoming.getInputStream().readAllBytes(), said)
                : new InputStreamEntity(incoming.getInputStream(), length, said);
    }
}
