package se.foreningstorget.operations.backup;

import java.util.List;
import java.util.stream.Stream;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.contracts.calendar.CalendarTopics;
import se.foreningstorget.contracts.notification.NotificationTopics;
import se.foreningstorget.contracts.register.RegisterTopics;
import se.foreningstorget.contracts.venue.VenueTopics;

/** Where the whole square keeps things: its topics, its databases, which belongs to which. */
final class Square {
    static final List<Topic<?, ?>> TOPICS =
            Stream.of(
                            RegisterTopics.ALL,
                            CalendarTopics.ALL,
                            VenueTopics.ALL,
                            NotificationTopics.ALL)
                    .<Topic<?, ?>>flatMap(List::stream)
                    .toList();

    private Square() {}

    static List<String> databases() {
        return TOPICS.stream().map(Square::database).distinct().toList();
    }

    static String database(Topic<?, ?> topic) {
        return topic.owner() + "-service";
    }

    static String collection(Topic<?, ?> topic) {
        return topic.name().substring(topic.owner().length() + 1);
    }

    /** One of our topics, or where records of one are parked. */
    static boolean isOurs(String topic) {
        return TOPICS.stream()
                .map(Topic::name)
                .anyMatch(name ->
                        topic.equals(name)
                                || (topic.startsWith(name + ".") && topic.endsWith(".dlq")));
    }
}
