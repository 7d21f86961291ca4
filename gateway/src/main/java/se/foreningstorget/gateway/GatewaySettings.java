package se.foreningstorget.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the door is told at start.
 *
 * @param services base address by name; {@code web} gets what no other takes, every other name
 *     {@code n} gets {@code /api/n/**}
 * @param extra further routes, before {@code web}
 * @param readTimeout the longest silence of a service, before or within its answer
 * @param breakerPause how long a service that failed too often is left alone
 * @param documentsKept how long the gathered OpenAPI document is answered from memory
 */
@ConfigurationProperties("foreningstorget.gateway")
record GatewaySettings(
        @DefaultValue Map<String, URI> services,
        @DefaultValue List<Extra> extra,
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("15s") Duration readTimeout,
        @DefaultValue("3s") Duration breakerPause,
        @DefaultValue("5s") Duration documentsKept) {
    static final String WEB = "web";

    GatewaySettings {
        services.values().forEach(GatewaySettings::demandAddress);
        extra.forEach(route -> demandAddress(route.uri()));
    }

    /** A path pattern and where its requests go. */
    record Extra(String path, URI uri) {}

    private static void demandAddress(URI base) {
        if (base.getHost() == null || base.getScheme() == null) {
            throw new IllegalArgumentException("not the address of a service: " + base);
        }
    }

    /** The services with an API, in a steady order. */
    SortedMap<String, URI> apis() {
        var apis = new TreeMap<>(services);
        apis.remove(WEB);
        return apis;
    }
}
