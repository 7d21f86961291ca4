package se.foreningstorget.eventkit.watch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How closely a service watches itself.
 *
 * @param every store and broker are not looked at more often; they are looked at only when somebody
 *     asks for the figures
 * @param patience how long one who asks waits for a fresh look before getting the last figures
 */
@ConfigurationProperties("foreningstorget.watch")
public record WatchSettings(
        @DefaultValue("10s") Duration every, @DefaultValue("2s") Duration patience) {}
