package se.foreningstorget.standalone;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code ./operate}: what an operator does to a square that runs, or stopped running. */
@Command(
        name = "./operate",
        description = "Looks at a running square, mends it, backs it up and restores it.",
        subcommands = {
            LookCommands.Lag.class,
            LookCommands.Check.class,
            ParkedCommand.class,
            RepublishCommand.class,
            BackupCommand.class,
            RestoreCommand.class
        })
public final class Operate {
    @Option(
            names = "--data",
            defaultValue = "data",
            scope = ScopeType.INHERIT,
            description = "the data folder it runs on, which tells where it is (./data)")
    Path data = Path.of("data");

    @Option(
            names = "--url",
            scope = ScopeType.INHERIT,
            description = "the gateway, where no data folder tells")
    @Nullable String url;

    @Option(
            names = "--token",
            scope = ScopeType.INHERIT,
            defaultValue = "${env:OPERATE_TOKEN}",
            description = "a staff caller's; without it the local sign-in page is asked")
    @Nullable String token;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "this text")
    boolean help;

    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true, StandardCharsets.UTF_8), arguments));
    }

    /** 0: done, and nothing is wrong; 1: not done, or something is wrong; 2: misuse. */
    static int run(PrintWriter out, String... arguments) {
        var line = new CommandLine(new Operate()).setOut(out).setErr(out);
        line.setExecutionExceptionHandler((failed, _, _) -> {
            out.println(failed.getMessage() == null ? failed.toString() : failed.getMessage());
            return 1;
        });
        return line.execute(arguments);
    }

    OperatorCalls calls() {
        var at = url == null ? DataFolder.addresses(data).getProperty("url") : url;
        if (at == null) {
            throw new CannotStart(
                    "Nothing runs on "
                            + data
                            + ". Name its folder with --data, or the gateway with --url.");
        }
        return new OperatorCalls(at, token);
    }
}
