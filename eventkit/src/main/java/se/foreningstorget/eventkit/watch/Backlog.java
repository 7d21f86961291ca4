package se.foreningstorget.eventkit.watch;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import java.util.List;
import se.foreningstorget.eventkit.AggregateFactory;
import se.foreningstorget.eventkit.Aggregates;
import se.foreningstorget.eventkit.read.EventReader;

/** What waits in a service at this moment: to be read, and to be sent. */
public final class Backlog {
    private final AggregateFactory aggregates;
    private final EventReader reader;
    private final Lags lags;
    private final Unsent unsent;

    public Backlog(
            String bootstrapServers,
            MongoDatabase database,
            AggregateFactory aggregates,
            EventReader reader,
            InstantSource clock) {
        this.aggregates = aggregates;
        this.reader = reader;
        this.lags = new Lags(bootstrapServers, clock);
        this.unsent = new Unsent(database, clock);
    }

    /** How far a group is behind; {@code seconds} is the age of what it would read next. */
    public record Group(String group, String topic, long records, double seconds, long parked) {}

    /**
     * What of a topic waits to be sent.
     *
     * @param seconds age of the oldest
     * @param republished how many documents this instance has said again since it started
     */
    public record Outgoing(String topic, long documents, double seconds, long republished) {}

    /** All of it. */
    public record Report(List<Group> groups, List<Outgoing> topics) {}

    public Report now() {
        var readers = Lags.readers(reader);
        lags.look(readers);
        return new Report(
                readers.stream().map(this::group).toList(),
                aggregates.all().stream().map(this::outgoing).toList());
    }

    private Group group(Lags.Reader reader) {
        var behind = lags.of(reader);
        return new Group(
                reader.group(),
                reader.topic().name(),
                behind.records(),
                behind.seconds(),
                behind.parked());
    }

    private Outgoing outgoing(Aggregates<?, ?, ?> source) {
        var topic = source.topic().name();
        unsent.look(topic);
        var waiting = unsent.of(topic);
        return new Outgoing(
                topic, waiting.documents(), waiting.oldestSeconds(), source.republished());
    }
}
