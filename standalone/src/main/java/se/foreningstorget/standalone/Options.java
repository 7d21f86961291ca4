package se.foreningstorget.standalone;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code ./run} can be told. */
@Command(
        name = "./run",
        sortOptions = false,
        description =
                "Starts the whole square: broker, store, mailbox, services, gateway and pages.")
final class Options {
    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "the gateway's port (${DEFAULT-VALUE}; 0: any free one)")
    int port;

    @Option(
            names = "--address",
            defaultValue = "127.0.0.1",
            description = "the gateway's address (${DEFAULT-VALUE}); must be a loopback one")
    String address = "127.0.0.1";

    @Option(
            names = "--data",
            defaultValue = "data",
            description = "where the data lies (./${DEFAULT-VALUE})")
    Path data = Path.of("data");

    @Option(
            names = "--fresh",
            description = "begin with an empty data folder: what is there is deleted")
    boolean fresh;

    @Option(
            names = "--no-sync",
            description =
                    "answer before a write is forced to the disk: faster, but a power cut loses the last ones")
    boolean noSync;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "an external Kafka; no embedded one is started")
    @Nullable String kafka;

    @Option(
            names = "--mongodb",
            paramLabel = "URI",
            description = "an external MongoDB; no embedded one is started")
    @Nullable String mongodb;

    @Option(
            names = "--smtp",
            paramLabel = "HOST:PORT",
            description = "an external mail server; no embedded mailbox is started")
    @Nullable String smtp;

    @Option(names = "--stop-when-ready", hidden = true, description = "to train a start-up cache")
    boolean stopWhenReady;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    boolean help;

    /** The tokens for made-up callers exist only while everything listens on loopback. */
    InetAddress loopbackAddress() {
        try {
            var resolved = InetAddress.getByName(address);
            if (!resolved.isLoopbackAddress()) {
                throw new CannotStart(
                        "--address "
                                + address
                                + " is not a loopback address: anybody there could sign in as anybody."
                                + " Run the services one by one for that (README, \"For real\").");
            }
            return resolved;
        } catch (UnknownHostException unknown) {
            throw new CannotStart("--address " + address + " is not an address of this machine.");
        }
    }
}
