package se.foreningstorget.testkit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import se.foreningstorget.embedded.NoisyLoggers;

/**
 * Turns the servers' and their clients' loggers down, before and after Spring Boot sets up logging.
 */
final class QuietLogs {
    private static final List<String> CLIENTS =
            List.of("org.mongodb.driver", "org.testcontainers", "com.github.dockerjava", "tc");

    private QuietLogs() {}

    static void here() {
        Stream.concat(NoisyLoggers.NAMES.stream(), CLIENTS.stream()).forEach(QuietLogs::turnDown);
    }

    private static void turnDown(String logger) {
        var property = "logging.level." + logger;
        if (System.getProperty(property) == null) {
            System.setProperty(property, "WARN");
        }
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.getLogger(logger).setLevel(Level.WARN);
        }
    }
}
