package se.foreningstorget.register;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import se.foreningstorget.eventkit.testing.RunningService;
import se.foreningstorget.testkit.Platform;

/** Gives the service tests one running service, closed after the last of them. */
public final class TheService implements ParameterResolver {
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
        return RunningService.start(
                RegisterService.class,
                RegisterService.NAME,
                platform.bootstrapServers(),
                platform.mongoUri("register-service"),
                Map.of());
    }
}
