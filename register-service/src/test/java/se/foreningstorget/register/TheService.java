package se.foreningstorget.register;

import java.util.Map;
import se.foreningstorget.eventkit.testing.RunningService;
import se.foreningstorget.testkit.Platform;
import se.foreningstorget.testkit.Shared;

/** The register, running. */
public final class TheService extends Shared<RunningService> {
    public TheService() {
        super(RunningService.class);
    }

    @Override
    protected RunningService start(Platform platform) {
        return RunningService.start(
                RegisterService.class,
                RegisterService.NAME,
                platform.bootstrapServers(),
                platform.mongoUri("register-service"),
                Map.of());
    }
}
