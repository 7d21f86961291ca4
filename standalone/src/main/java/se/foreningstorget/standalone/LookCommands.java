package se.foreningstorget.standalone;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** The commands that only look. */
final class LookCommands {
    private LookCommands() {}

    /** {@code ./operate lag}. */
    @Command(
            name = "lag",
            description = "How far each group of readers is behind, and what waits to be sent.")
    static final class Lag implements Callable<Integer> {
        @ParentCommand private @Nullable Operate operate;
        @Spec private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            var out = requireNonNull(spec).commandLine().getOut();
            var calls = requireNonNull(operate).calls();
            for (var service : OperatorCalls.SERVICES) {
                var lag = calls.get(service, "lag");
                for (var group : lag.path("groups")) {
                    out.printf(
                            Locale.ROOT,
                            "%-70s %d records, %.1f s behind; %d parked%n",
                            group.path("group").asString() + " < " + group.path("topic").asString(),
                            group.path("records").asLong(),
                            group.path("seconds").asDouble(),
                            group.path("parked").asLong());
                }
                for (var topic : lag.path("topics")) {
                    out.printf(
                            Locale.ROOT,
                            "%-70s %d documents unsent, the oldest for %.1f s%n",
                            topic.path("topic").asString(),
                            topic.path("documents").asLong(),
                            topic.path("seconds").asDouble());
                }
            }
            return 0;
        }
    }

    /** {@code ./operate check}. */
    @Command(name = "check", description = "Compares every copy with its source.")
    static final class Check implements Callable<Integer> {
        @ParentCommand private @Nullable Operate operate;
        @Spec private @Nullable CommandSpec spec;

        @Override
        public Integer call() throws InterruptedException {
            var out = requireNonNull(spec).commandLine().getOut();
            var calls = requireNonNull(operate).calls();
            int wrong = 0;
            for (var service : OperatorCalls.SERVICES) {
                var run = finished(calls, service);
                var result = run.path("result");
                result.path("compared")
                        .properties()
                        .forEach(part ->
                                out.printf(
                                        "%-70s %d compared%n",
                                        part.getKey(), part.getValue().asLong()));
                for (var difference : result.path("differences")) {
                    wrong++;
                    out.printf(
                            "DIFFERS: %s, %s %s%n",
                            difference.path("what").asString(),
                            difference.path("key").asString(),
                            difference.path("how").asString());
                }
                if (!result.isObject()) {
                    wrong++;
                    out.println(service + ": no result: " + run.path("failed").asString());
                }
            }
            out.println(wrong == 0 ? "Clean: every copy equals its source." : wrong + " differ.");
            return wrong == 0 ? 0 : 1;
        }

        private static JsonNode finished(OperatorCalls calls, String service)
                throws InterruptedException {
            var run = calls.post(service, "checks", Map.of());
            while (run.path("endedAt").isMissingNode() || run.path("endedAt").isNull()) {
                TimeUnit.MILLISECONDS.sleep(200);
                run = calls.get(service, "checks");
            }
            return run;
        }
    }
}
