package se.foreningstorget.eventkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a service finds broker, store and the keys of identity.
 *
 * @param kafka bootstrap servers
 * @param mongodb a connection string without a database: each service has its own
 * @param sweep how often to look for what a crash of another instance left unsent; zero where no
 *     other instance can be (the embedded store)
 * @param deadline how long a request tries to be decided before it answers 503
 * @param replication of the topics a service creates; -1 leaves it to the broker
 * @param issuer who signs callers' tokens
 * @param audience what tokens must be meant for
 * @param jwks where the issuer's public keys are; none: every token is refused
 * @param indexes the folder of search indexes, which are rebuilt at each start; none: a temporary
 *     one
 * @param maxBodyBytes the largest request body taken in
 */
@ConfigurationProperties("foreningstorget")
public record EventkitSettings(
        @DefaultValue("127.0.0.1:9092") String kafka,
        @DefaultValue("mongodb://127.0.0.1:27017") String mongodb,
        @DefaultValue("5s") Duration sweep,
        @DefaultValue("10s") Duration deadline,
        @DefaultValue("-1") short replication,
        @DefaultValue("http://127.0.0.1:8080") String issuer,
        @DefaultValue("foreningstorget") String audience,
        @Nullable String jwks,
        @Nullable Path indexes,
        @DefaultValue("262144") int maxBodyBytes) {

    /** Where the index of this name lies. */
    public Path indexFolder(String name) {
        try {
            return indexes == null
                    ? Files.createTempDirectory("foreningstorget-" + name + "-")
                    : indexes.resolve(name);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
