package se.foreningstorget.eventkit.read;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** A service is ready for searches once its indexes hold what was there at the start. */
public final class FeedsHealth implements HealthIndicator {
    private final List<Feed<?>> feeds;

    public FeedsHealth(List<Feed<?>> feeds) {
        this.feeds = feeds;
    }

    @Override
    public Health health() {
        return feeds.stream().allMatch(Feed::isCaughtUp)
                ? Health.up().build()
                : Health.outOfService().build();
    }
}
