package se.foreningstorget.venue;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import se.foreningstorget.contracts.register.RegisterTopics;
import se.foreningstorget.eventkit.Publisher;
import se.foreningstorget.eventkit.TopicKeeper;
import se.foreningstorget.eventkit.read.Projection;
import se.foreningstorget.eventkit.testing.RunningService;
import se.foreningstorget.testkit.Platform;
import se.foreningstorget.testkit.Shared;
import se.foreningstorget.venue.associations.Heard;

/**
 * The venue service, running. It has heard of the associations {@link #KOREN} and {@link #SCHACK}
 * the way it does in the city: from the register's topic.
 */
public final class TheService extends Shared<RunningService> {
    static final String KOREN = "koren";
    static final String SCHACK = "schack";

    public TheService() {
        super(RunningService.class);
    }

    @Override
    protected RunningService start(Platform platform) {
        var kafka = platform.bootstrapServers();
        new TopicKeeper(kafka, (short) -1).owning(RegisterTopics.ALL).start();
        var service =
                RunningService.start(
                        VenueService.class,
                        VenueService.NAME,
                        kafka,
                        platform.mongoUri("venue-service"),
                        Map.of());
        try (var register = new Publisher(kafka, "the-register")) {
            for (var association : List.of(KOREN, SCHACK)) {
                register.send(Heard.record(association, "Namn: " + association, 1));
            }
            var known = service.bean(Projection.class);
            await().until(() -> known.find(KOREN).isPresent() && known.find(SCHACK).isPresent());
        }
        return service;
    }
}
