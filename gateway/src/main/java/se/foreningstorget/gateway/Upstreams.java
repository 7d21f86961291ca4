package se.foreningstorget.gateway;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

/**
 * The connections to the services: HTTP/1.1, kept open, each service with its own share so that a
 * slow one cannot use up another's. Nothing is followed, unpacked, remembered or tried again here.
 */
final class Upstreams implements AutoCloseable {
    private static final int CONNECTIONS_EACH = 256;

    private final CloseableHttpClient client;
    private final RequestConfig patient;

    Upstreams(GatewaySettings settings) {
        var read = Timeout.of(settings.readTimeout());
        var connections =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(CONNECTIONS_EACH)
                        .setMaxConnTotal(
                                CONNECTIONS_EACH
                                        * (settings.services().size()
                                                + settings.extra().size()
                                                + 1))
                        .setDefaultSocketConfig(
                                SocketConfig.custom()
                                        .setTcpNoDelay(true)
                                        .setSoTimeout(read)
                                        .build())
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                                        .setSocketTimeout(read)
                                        // a service that started anew has closed the old ones
                                        .setValidateAfterInactivity(100, TimeUnit.MILLISECONDS)
                                        .setIdleTimeout(Timeout.ofSeconds(15))
                                        .build())
                        .build();
        patient = waiting(read, Timeout.of(settings.connectTimeout()));
        client =
                HttpClients.custom()
                        .setConnectionManager(connections)
                        .setDefaultRequestConfig(patient)
                        .disableAutomaticRetries()
                        .disableRedirectHandling()
                        .disableContentCompression()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableDefaultUserAgent()
                        .build();
    }

    /** The answer, opened: who asks closes it. */
    ClassicHttpResponse send(URI base, ClassicHttpRequest request) throws IOException {
        return client.executeOpen(host(base), request, HttpClientContext.create());
    }

    /** The same, with less patience. */
    ClassicHttpResponse send(URI base, ClassicHttpRequest request, Timeout patience)
            throws IOException {
        var context = HttpClientContext.create();
        context.setRequestConfig(waiting(patience, patience));
        return client.executeOpen(host(base), request, context);
    }

    private static RequestConfig waiting(Timeout answer, Timeout connection) {
        return RequestConfig.custom()
                .setResponseTimeout(answer)
                .setConnectionRequestTimeout(connection)
                .setAuthenticationEnabled(false)
                .setRedirectsEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
    }

    static HttpHost host(URI base) {
        return new HttpHost(base.getScheme(), base.getHost(), base.getPort());
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
