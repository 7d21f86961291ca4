package se.foreningstorget.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests one running thing as a parameter, started on the shared platform when the first of
 * them asks and closed after the last test of the run. A module's tests extend it with {@code
 * TheService}: what to start, and what must stand before.
 */
public abstract class Shared<T extends AutoCloseable> implements ParameterResolver {
    private final Class<T> type;

    protected Shared(Class<T> type) {
        this.type = type;
    }

    protected abstract T start(Platform platform);

    @Override
    public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == type;
    }

    @Override
    public final Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(getClass()))
                .computeIfAbsent(type, _ -> start(Platform.shared()), type);
    }
}
