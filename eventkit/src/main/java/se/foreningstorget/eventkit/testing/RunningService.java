package se.foreningstorget.eventkit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import se.foreningstorget.eventkit.web.LocalIssuer;
import se.foreningstorget.eventkit.web.Role;

/** A whole service as a test meets it: over HTTP, with tokens of its own issuer. */
public final class RunningService extends Http implements AutoCloseable {
    private static final LocalIssuer ISSUER =
            new LocalIssuer("https://issuer.example.org", "foreningstorget");

    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        super(
                URI.create(
                        "http://127.0.0.1:"
                                + context.getEnvironment()
                                        .getRequiredProperty("local.server.port")));
        this.context = context;
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

    @Override
    public void close() {
        context.close();
    }

    private static Instant inAnHour() {
        return Instant.now().plusSeconds(3_600);
    }
}
