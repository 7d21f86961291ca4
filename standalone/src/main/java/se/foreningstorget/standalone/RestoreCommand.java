package se.foreningstorget.standalone;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import se.foreningstorget.operations.backup.Restore;
import se.foreningstorget.operations.backup.Restore.Towards;

/** {@code ./operate restore}: brings a stopped square back from a backup. */
@Command(
        name = "restore",
        description = {
            "Brings a stopped square back from a backup.",
            "Where the log survived, what was changed after the backup is taken from it."
        })
final class RestoreCommand implements Callable<Integer> {
    @ParentCommand private @Nullable Operate operate;
    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--from", required = true, paramLabel = "FILE", description = "the backup")
    Path file = Path.of("backup.zip");

    @Option(names = "--replace", description = "empty stores that hold something")
    boolean replace;

    @Option(
            names = "--as-of-backup",
            description = "undo what was changed after the backup, even where the log knows of it")
    boolean asOfBackup;

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "an external Kafka")
    @Nullable String kafka;

    @Option(names = "--mongodb", paramLabel = "URI", description = "an external MongoDB")
    @Nullable String mongodb;

    @Override
    public Integer call() throws Exception {
        var options = new Options();
        options.data = requireNonNull(operate).data;
        options.kafka = kafka;
        options.mongodb = mongodb;
        options.smtp = "127.0.0.1:25"; // none is started, none is called
        try (var data = DataFolder.openToMend(options.data, false);
                var backing = Backing.start(options, data)) {
            restore(data, backing);
            return 0;
        }
    }

    private void restore(DataFolder data, Backing backing) throws Exception {
        try (var client = MongoClients.create(backing.mongodb());
                var admin = Admin.create(Map.of("bootstrap.servers", backing.kafka()))) {
            var restore = new Restore(client, admin, backing.kafka());
            restore.refuseUnlessPossible(file, replace);
            var towards = asOfBackup ? Towards.BACKUP : Towards.NEWEST;
            data.halfDone(() -> tell(restore.from(file, towards, replace)));
        }
    }

    private void tell(Restore.Report report) {
        requireNonNull(spec)
                .commandLine()
                .getOut()
                .printf(
                        "%d documents restored; %d were newer in the log, %d only there. The log"
                                + " %s. Start the square, then ./operate check.%n",
                        report.documents(),
                        report.rolledForward(),
                        report.onlyInLog(),
                        report.logMadeAnew() ? "was made anew" : "was kept");
    }
}
