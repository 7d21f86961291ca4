package se.foreningstorget.register.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.Test;
import se.foreningstorget.testkit.Platform;

/** Keeping lines on a real store. */
class HistoryTest {
    /** Something that happened. */
    record Line(String said) {}

    @Test
    void everyLineIsKeptOnceAndReadInOrder() {
        try (var client = MongoClients.create(Platform.shared().mongoUri("history-test"))) {
            var history = new History<>(client.getDatabase("history-test"), "lines", Line.class);
            history.keep("a", 2, new Line("two"));
            history.keep("a", 1, new Line("one"));
            history.keep("a", 2, new Line("two, from somebody else"));
            history.keep("a", 4, new Line("four"));
            history.keep("b", 1, new Line("another"));
            assertThat(history.of("a", 4))
                    .containsExactly(new Line("one"), new Line("two"), new Line("four"));
            assertThat(history.of("a", 1)).containsExactly(new Line("one"));
            assertThat(history.of("c", 3)).isEmpty();
        }
    }

    @Test
    void emptiedLinesDoNotComeBack() {
        try (var client = MongoClients.create(Platform.shared().mongoUri("history-test"))) {
            var history = new History<>(client.getDatabase("history-test"), "emptied", Line.class);
            history.keep("a", 1, new Line("one"));
            history.keep("b", 1, new Line("another"));
            history.empty("a", 3);
            history.empty("a", 3);
            history.keep("a", 1, new Line("one, late"));
            history.keep("a", 2, new Line("two, late"));
            assertThat(history.of("a", 3)).isEmpty();
            assertThat(history.of("b", 1)).containsExactly(new Line("another"));
        }
    }

    @Test
    void linesCanBeChanged() {
        try (var client = MongoClients.create(Platform.shared().mongoUri("history-test"))) {
            var history = new History<>(client.getDatabase("history-test"), "changed", Line.class);
            history.keep("a", 1, new Line("a name"));
            history.keep("a", 2, new Line("else"));
            history.empty("b", 1);
            history.change(line -> line.said().equals("a name") ? new Line("") : line);
            assertThat(history.of("a", 2)).containsExactly(new Line(""), new Line("else"));
        }
    }
}
