package se.foreningstorget.eventkit.retention;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the city's own decisions on retention are.
 *
 * @param rules a folder with {@code <service>-retention.json}; none, or none in it: the shipped
 *     examples
 * @param archive the folder that exports to the archive are put into
 * @param round how often the clock looks for what is due
 */
@ConfigurationProperties("foreningstorget.retention")
record RetentionSettings(
        @Nullable Path rules, @Nullable Path archive, @DefaultValue("1m") Duration round) {}
