package se.foreningstorget.standalone;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ./operate parked}: the records that some group could not take in. */
@Command(
        name = "parked",
        synopsisSubcommandLabel = "list|look|put-back|drop",
        description = "The records that a group could not take in.")
final class ParkedCommand {
    @ParentCommand private @Nullable Operate operate;
    @Spec private @Nullable CommandSpec spec;

    @Command(description = "All that wait for a decision.")
    int list() {
        var calls = requireNonNull(operate).calls();
        int waiting = 0;
        for (var service : OperatorCalls.SERVICES) {
            for (var parked : calls.get(service, "parked").path("items")) {
                waiting++;
                line(
                        "%s  %s of %s, since %s: %s",
                        parked.path("id").asString(),
                        parked.path("key").asString(),
                        parked.path("from").asString(),
                        parked.path("parkedAt").asString(),
                        parked.path("because").asString());
            }
        }
        line("%d parked.", waiting);
        return waiting == 0 ? 0 : 1;
    }

    @Command(description = "What one says; it may hold personal data.")
    int look(@Parameters(paramLabel = "ID") String id) {
        line(
                "%s",
                requireNonNull(operate).calls().get(holder(id), "parked/" + id).toPrettyString());
        return 0;
    }

    @Command(name = "put-back", description = "Gives one to its group again.")
    int putBack(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--reason", required = true, description = "why it will go now")
                    String reason) {
        return settle(id, "put-back", reason);
    }

    @Command(description = "Lets one go for good.")
    int drop(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--reason", required = true, description = "why nobody misses it")
                    String reason) {
        return settle(id, "drop", reason);
    }

    private int settle(String id, String how, String reason) {
        requireNonNull(operate)
                .calls()
                .post(holder(id), "parked/" + id + "/" + how, Map.of("reason", reason));
        line("Done.");
        return 0;
    }

    /** The service that has it; who asks need not know. */
    private String holder(String id) {
        var calls = requireNonNull(operate).calls();
        for (var service : OperatorCalls.SERVICES) {
            for (var parked : calls.get(service, "parked").path("items")) {
                if (parked.path("id").asString().equals(id)) {
                    return service;
                }
            }
        }
        throw new CannotStart("Nothing is parked as " + id + ".");
    }

    private void line(String format, Object... arguments) {
        requireNonNull(spec).commandLine().getOut().printf(format + "%n", arguments);
    }
}
