package se.foreningstorget.venue;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import se.foreningstorget.contracts.register.RegisterTopics;
import se.foreningstorget.eventkit.Publisher;
import se.foreningstorget.eventkit.TopicKeeper;
import se.foreningstorget.eventkit.read.Projection;
import se.foreningstorget.eventkit.testing.RunningService;
import se.foreningstorget.testkit.Platform;
import se.foreningstorget.venue.associations.Heard;

/**
 * Gives the service tests one running service, closed after the last of them. It has heard of the
 * associations {@link #KOREN} and {@link #SCHACK} the way it does in the city: from the register's
 * topic.
 */
public final class TheService implements ParameterResolver {
    static final String KOREN = "koren";
    static final String SCHACK = "schack";

    private static final ExtensionContext.Namespace HERE =
            ExtensionContext.Namespace.create(TheService.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningService.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(RunningService.class, _ -> start(), RunningService.class);
    }

    private static RunningService start() {
        var platform = Platform.shared();
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
