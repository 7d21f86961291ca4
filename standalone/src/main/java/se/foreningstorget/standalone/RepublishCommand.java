package se.foreningstorget.standalone;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * {@code ./operate republish}: says present states again, for readers that may have missed them.
 */
@Command(
        name = "republish",
        description = "Says the present state of documents again; harmless however often.")
final class RepublishCommand implements Callable<Integer> {
    @ParentCommand private @Nullable Operate operate;
    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--topic", description = "of this topic alone, like register.associations")
    @Nullable String topic;

    @Option(names = "--id", description = "this document alone; with --topic")
    @Nullable String id;

    @Option(names = "--since", description = "what changed at or after, like 2026-11-22T10:00:00Z")
    @Nullable String since;

    @Override
    public Integer call() {
        var calls = requireNonNull(operate).calls();
        var wanted = new LinkedHashMap<String, String>();
        put(wanted, "topic", topic);
        put(wanted, "id", id);
        put(wanted, "since", since);
        for (var service : OperatorCalls.SERVICES) {
            if (topic == null || topic.startsWith(service + ".")) {
                calls.post(service, "republishing", wanted);
            }
        }
        requireNonNull(spec)
                .commandLine()
                .getOut()
                .println("Under way; ./operate lag tells what still waits to be sent.");
        return 0;
    }

    private static void put(
            LinkedHashMap<String, String> wanted, String name, @Nullable String to) {
        if (to != null) {
            wanted.put(name, to);
        }
    }
}
