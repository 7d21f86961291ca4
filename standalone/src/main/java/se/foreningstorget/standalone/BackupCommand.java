package se.foreningstorget.standalone;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoClients;
import java.nio.file.Files;
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
import se.foreningstorget.operations.backup.Backup;

/** {@code ./operate backup}: copies a running square to a file. */
@Command(
        name = "backup",
        description =
                "Copies the stores and the log of a running square to a file. It holds personal data.")
final class BackupCommand implements Callable<Integer> {
    @ParentCommand private @Nullable Operate operate;
    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "the new file")
    Path file = Path.of("backup.zip");

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "an external Kafka")
    @Nullable String kafka;

    @Option(names = "--mongodb", paramLabel = "URI", description = "an external MongoDB")
    @Nullable String mongodb;

    @Override
    public Integer call() throws Exception {
        var out = requireNonNull(spec).commandLine().getOut();
        var data = requireNonNull(operate).data;
        var addresses = DataFolder.addresses(data);
        var log = kafka == null ? addresses.getProperty("kafka") : kafka;
        var store = mongodb == null ? addresses.getProperty("mongodb") : mongodb;
        if (log == null || store == null) {
            throw new CannotStart(
                    "Nothing runs on "
                            + data
                            + ". Name its folder with --data, or --kafka and --mongodb.");
        }
        if (Files.exists(file)) {
            throw new CannotStart(file + " exists; a backup overwrites nothing.");
        }
        try (var client = MongoClients.create(store);
                var admin = Admin.create(Map.of("bootstrap.servers", log))) {
            var manifest = new Backup(client, admin, log).to(file);
            out.printf(
                    "%s: %d documents, %d records of the log, %d bytes. As of %s.%n",
                    file,
                    manifest.documents().values().stream()
                            .flatMap(counts -> counts.values().stream())
                            .mapToLong(Long::longValue)
                            .sum(),
                    manifest.topics().values().stream().mapToLong(topic -> topic.total()).sum(),
                    Files.size(file),
                    manifest.startedAt());
            return 0;
        }
    }
}
