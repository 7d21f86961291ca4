package se.foreningstorget.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} at random moments under writes through the gateway: nothing is lost. */
class CrashTest {
    private static final int KILLS = Integer.getInteger("crash.kills", 10);

    @Test
    void nothingAcknowledgedIsLostAndNothingHappensTwice(@TempDir Path folder) throws Exception {
        var outcome = Crashes.run(folder.resolve("data"), KILLS);
        System.out.println("crash test: " + outcome);
        assertThat(outcome.verdict().lost()).isEmpty();
        assertThat(outcome.doubledOtherThanMails()).isEmpty();
        assertThat(outcome.verdict().doubled()).hasSizeLessThanOrEqualTo(KILLS * Crashes.CLIENTS);
        assertThat(outcome.check()).isZero();
        assertThat(outcome.differences()).isEmpty();
        assertThat(outcome.verdict().acknowledged()).isGreaterThan(KILLS);
    }
}
