package se.foreningstorget.eventkit.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.ContractJson;

/**
 * Where records go before they are disposed of, if their rule says so: one JSON file each, {@code
 * <kind>/<id>.json}. The same record a second time is the same file.
 */
public final class Archive {
    private final @Nullable Path folder;

    Archive(@Nullable Path folder, RetentionRules rules) {
        this.folder = folder;
        if (folder == null && rules.shown().rules().stream().anyMatch(RetentionRule::archive)) {
            throw new IllegalStateException(
                    "A retention rule archives, but foreningstorget.retention.archive names no"
                            + " folder");
        }
    }

    /** Keeps a record when its rule says so; returns once it is there. */
    public void keep(RetentionRule rule, String id, Object record) {
        if (!rule.archive() || folder == null) {
            return;
        }
        try {
            var kind = Files.createDirectories(folder.resolve(rule.kind()));
            var part = Files.createTempFile(kind, id, ".part");
            Files.write(
                    part,
                    List.of(
                            ContractJson.mapper()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(record)));
            Files.move(
                    part,
                    kind.resolve(id + ".json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
