package se.foreningstorget.eventkit.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Keys whose last word on the topic may be an old one. A record older than what is known of its key
 * makes the key suspect, and a record as new as what is known clears it: most are cleared at once,
 * since a reader that knows the store from its scan meets what led there too. What is still suspect
 * after a grace, and after reading all that was on the topic then, was a late duplicate that
 * stands.
 */
final class Suspects {
    private final Duration grace;
    private final Map<String, Long> noticed = new HashMap<>();
    private List<String> due = List.of();
    private Map<TopicPartition, Long> ends = Map.of();

    Suspects(Duration grace) {
        this.grace = grace;
    }

    void met(String key, long stateSeq, long known) {
        if (stateSeq < known) {
            noticed.putIfAbsent(key, System.nanoTime());
        } else {
            noticed.remove(key);
        }
    }

    /** Those to act upon now; they stay until {@link #settled}. */
    List<String> standing(Consumer<?, ?> reader) {
        if (due.isEmpty()) {
            due = noticedLongAgo();
            ends = due.isEmpty() ? Map.of() : reader.endOffsets(reader.assignment());
        }
        if (due.isEmpty()
                || !ends.entrySet().stream()
                        .allMatch(end -> reader.position(end.getKey()) >= end.getValue())) {
            return List.of();
        }
        var standing = due.stream().filter(noticed::containsKey).toList();
        due = List.of();
        return standing;
    }

    void settled(String key) {
        noticed.remove(key);
    }

    private List<String> noticedLongAgo() {
        long now = System.nanoTime();
        var keys = new ArrayList<String>();
        noticed.forEach((key, since) -> {
            if (now - since >= grace.toNanos()) {
                keys.add(key);
            }
        });
        return keys;
    }
}
