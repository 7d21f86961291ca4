package se.foreningstorget.embedded;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir Path folder;

    @Test
    void aTakenFolderIsRefusedAndSaysSo() {
        try (var _ = FolderLock.take(folder)) {
            assertThatThrownBy(() -> FolderLock.take(folder))
                    .isInstanceOf(FolderInUseException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("one process per data folder");
        }
    }

    @Test
    void aFolderThatWasFreedCanBeTakenAgain() {
        FolderLock.take(folder).close();
        FolderLock.take(folder).close();
    }

    @Test
    void aMissingFolderIsCreated() {
        FolderLock.take(folder.resolve("a/b")).close();
    }

    @Test
    void twoStoresNeverShareAFolder() {
        try (var _ = EmbeddedStore.start(folder, 0)) {
            assertThatThrownBy(() -> EmbeddedStore.start(folder, 0))
                    .isInstanceOf(FolderInUseException.class);
        }
    }
}
