package se.foreningstorget.eventkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.foreningstorget.eventkit.Tally.Command.Annotate;
import se.foreningstorget.testkit.Platform;

/** A write whose reply was lost happened or not; it is never done twice. */
class LostReplyTest {
    private final String database = "kit-" + UUID.randomUUID();
    private final se.foreningstorget.contracts.Topic<Tally, Tally.Event> topic = Tally.topic();

    @Test
    void aFirstWriteWhoseReplyIsLostIsFoundByItsNonce() throws Exception {
        try (var proxy = new LossyProxy(storePort());
                var kit = through(proxy)) {
            var tallies = kit.tallies(topic);
            tallies.find("warm");
            proxy.loseReplyTo("first-words");
            var outcome = tallies.handle("a", new Annotate("first-words"));
            assertThat(proxy.hasLost()).isTrue();
            assertThat(outcome).isInstanceOf(Outcome.Done.class);
            assertThat(tallies.find("a").orElseThrow().seq()).isEqualTo(1);
        }
    }

    @Test
    void aLaterWriteWhoseReplyIsLostIsNotDecidedAgain() throws Exception {
        try (var proxy = new LossyProxy(storePort());
                var kit = through(proxy)) {
            var tallies = kit.tallies(topic);
            tallies.handle("a", new Annotate("before"));
            proxy.loseReplyTo("later-words");
            tallies.handle("a", new Annotate("later-words"));
            assertThat(proxy.hasLost()).isTrue();
            var stored = tallies.find("a").orElseThrow();
            assertThat(stored.seq()).isEqualTo(2);
            assertThat(stored.state()).isEqualTo(new Tally(0, List.of(), "later-words"));
        }
    }

    private static int storePort() {
        var host = new ConnectionString(Platform.shared().mongoUri("any")).getHosts().getFirst();
        return Integer.parseInt(host.substring(host.lastIndexOf(':') + 1));
    }

    private Kit through(LossyProxy proxy) {
        return new Kit(
                Platform.shared().bootstrapServers(),
                "mongodb://127.0.0.1:" + proxy.port() + "/?retryWrites=false&directConnection=true",
                database);
    }
}
