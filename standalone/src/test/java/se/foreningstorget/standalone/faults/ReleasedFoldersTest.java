package se.foreningstorget.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.foreningstorget.embedded.EmbeddedBroker;
import se.foreningstorget.embedded.EmbeddedMailbox;
import se.foreningstorget.standalone.SquareForBench;

/** The data folder of every release opens today, says what it said, and does nothing again. */
class ReleasedFoldersTest {
    private static final Duration STARTED = Duration.ofMinutes(1);

    @TempDir private Path data;

    @ParameterizedTest
    @ValueSource(strings = "0.1.0")
    void opensAndSaysWhatItSaid(String release) throws Exception {
        Packed.unpack(release, data);
        goesOnAsBefore(release);
    }

    /** An external broker may have forgotten them, unless it is told to keep them (0007). */
    @Test
    void groupsThatLostTheirPlacesDoNothingAgain() throws Exception {
        Packed.unpack("0.1.0", data);
        try (var broker = EmbeddedBroker.start(data.resolve("broker"), 0);
                var groups = new Groups(broker.bootstrapServers())) {
            await().atMost(STARTED).until(() -> groups.places().size() > 5);
            groups.forget();
            assertThat(groups.places()).isEmpty();
        }
        goesOnAsBefore("0.1.0");
    }

    private void goesOnAsBefore(String release) throws Exception {
        List<String> mails;
        try (var mailbox = EmbeddedMailbox.start(data.resolve("mailbox"), 0)) {
            mails = mailbox.mails().stream().map(it -> it.messageId()).sorted().toList();
        }
        assertThat(mails).hasSizeGreaterThan(5).doesNotHaveDuplicates();
        try (var square = SquareForBench.start(data);
                var groups = new Groups(square.kafka())) {
            var once = Packed.answers(release);
            var questions = once.propertyNames();
            Visitor.saysAll("", once, Visitor.hears(square, questions));
            await().atMost(STARTED).until(groups::areAtTheEnd);
            await().during(Duration.ofSeconds(1)).until(() -> Visitor.mails(square).equals(mails));
            Visitor.saysAll("", once, Visitor.hears(square, questions));
            assertThat(
                            square.http()
                                    .get("/api/register/v1/associations?limit=1", null)
                                    .json()
                                    .get("total")
                                    .asInt())
                    .isEqualTo(51 + 2);
        }
    }
}
