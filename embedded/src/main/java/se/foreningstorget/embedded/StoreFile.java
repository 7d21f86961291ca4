package se.foreningstorget.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreTool;

/** The file of the embedded store: who may write to it when, and how it stays small. */
final class StoreFile implements AutoCloseable {
    private static final int CACHE_MEBIBYTES = 64;

    private final MVStore maps;
    private final GroupCommit commits;
    private final Housekeeping housekeeping;

    private StoreFile(MVStore maps, Durability durability) {
        this.maps = maps;
        this.commits =
                new GroupCommit(
                        maps::commit,
                        switch (durability) {
                            case PROCESS -> () -> {};
                            case POWER -> maps::sync;
                        });
        this.housekeeping = Housekeeping.every(Duration.ofSeconds(1), maps, commits);
    }

    static StoreFile open(Path file, Durability durability) {
        // What was deleted or written over stands in dead pages until they are used again: a person
        // who was forgotten would be in the file for ever. Rewritten at each start, it is not.
        if (Files.exists(file)) {
            MVStoreTool.compactCleanUp(file.toString());
            MVStoreTool.compact(file.toString(), false);
        }
        // The file's own commits, by time or by amount, are off: they could come in the middle of a
        // write. Its own compaction is off as well: moving chunks about fails assertions at times
        // (H2 2.4.240). What is dead is reused at once instead of after 45 s, which is what keeps
        // the file small; the last five commits are never overwritten, and they come one by one.
        var maps =
                new MVStore.Builder()
                        .fileName(file.toString())
                        .autoCommitDisabled()
                        .autoCommitBufferSize(0)
                        .autoCompactFillRate(0)
                        .cacheSize(CACHE_MEBIBYTES)
                        .open();
        maps.setRetentionTime(0);
        return new StoreFile(maps, durability);
    }

    MVStore maps() {
        return maps;
    }

    GroupCommit commits() {
        return commits;
    }

    @Override
    public void close() {
        housekeeping.close();
        commits.alone(() -> maps.close());
    }
}
