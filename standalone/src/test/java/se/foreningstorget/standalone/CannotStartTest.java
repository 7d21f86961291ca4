package se.foreningstorget.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be started is said in one line. */
class CannotStartTest {
    @TempDir Path folder;

    @Test
    void aPortInUseIsNamed() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refused(
                    "Port " + taken.getLocalPort() + " is in use",
                    options -> options.port = taken.getLocalPort());
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws Exception {
        var file = Files.writeString(folder.resolve("a-file"), "not a folder");
        refused("cannot be used", options -> options.data = file.resolve("data"));
    }

    @Test
    void aFolderOfSomethingElseIsLeftAlone() throws Exception {
        var mine = Files.writeString(folder.resolve("my-thesis.txt"), "precious");
        refused("something else", options -> options.fresh = true);
        assertThat(mine).hasContent("precious");
    }

    @Test
    void aSecondStartOnTheSameFolderIsRefused() {
        var first = DataFolder.open(folder.resolve("data"), false);
        refused("in use", options -> options.data = folder.resolve("data"));
        first.close();
        DataFolder.open(folder.resolve("data"), false).close();
    }

    @Test
    void anAddressThatIsNotLoopbackIsRefused() {
        refused("not a loopback address", options -> options.address = "0.0.0.0");
    }

    @Test
    void aFolderOfAnotherFormatIsRefused() throws Exception {
        Files.writeString(folder.resolve("format"), "2");
        refused("format 2", _ -> {});
    }

    @Test
    void anUncleanStopIsNoticedAndACleanOneIsNot() {
        var data = folder.resolve("data");
        var killed = DataFolder.open(data, false);
        assertThat(killed.stoppedUncleanly()).isFalse();
        killed.unlockOnly();
        var next = DataFolder.open(data, false);
        assertThat(next.stoppedUncleanly()).isTrue();
        next.close(); // with what the unclean stop made necessary not done
        var again = DataFolder.open(data, false);
        assertThat(again.stoppedUncleanly()).isTrue();
        again.settled();
        again.close();
        try (var after = DataFolder.open(data, false)) {
            assertThat(after.stoppedUncleanly()).isFalse();
        }
    }

    private void refused(String because, java.util.function.Consumer<Options> change) {
        var options = new Options();
        options.port = 0;
        options.data = folder;
        change.accept(options);
        assertThatThrownBy(() -> Standalone.start(options))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(because)
                .satisfies(it -> assertThat(it.getMessage()).doesNotContain("\n"));
    }
}
