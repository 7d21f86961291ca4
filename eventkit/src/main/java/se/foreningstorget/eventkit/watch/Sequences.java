package se.foreningstorget.eventkit.watch;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether the events of each document come one by one. Compaction leaves holes in the offsets, and
 * so does reading that another instance did for a while: what was known is forgotten there. An
 * event missing where the offsets have no hole was never on the topic.
 */
final class Sequences {
    private static final int KEYS_REMEMBERED = 10_000;

    /** What a record is to those before it. */
    enum Place {
        /** The next, or the first we know of. */
        EXPECTED,
        /** Met before, in another record. */
        REPEATED,
        /** Something before it never came. */
        AFTER_A_GAP
    }

    private final Map<TopicPartition, Known> partitions = new HashMap<>();

    private static final class Known {
        long nextOffset = -1;
        final Map<String, Long> seqs =
                new LinkedHashMap<>(16, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                        return size() > KEYS_REMEMBERED;
                    }
                };
    }

    Place take(ConsumerRecord<?, ?> record) {
        var known =
                partitions.computeIfAbsent(
                        new TopicPartition(record.topic(), record.partition()), _ -> new Known());
        if (record.offset() < known.nextOffset) {
            return Place.EXPECTED; // read again after a failure
        }
        if (record.offset() > known.nextOffset) {
            known.seqs.clear();
        }
        known.nextOffset = record.offset() + 1;
        return place(record, known);
    }

    /** The id of an event, {@code <key>@<seq>}, is a header: no record is taken apart for this. */
    private static Place place(ConsumerRecord<?, ?> record, Known known) {
        var header = record.headers().lastHeader("ce_id");
        var id = header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
        int at = id.lastIndexOf('@');
        if (at < 0) {
            return Place.EXPECTED;
        }
        long seq;
        try {
            seq = Long.parseLong(id.substring(at + 1));
        } catch (NumberFormatException notOurs) {
            return Place.EXPECTED;
        }
        var key = id.substring(0, at);
        var before = known.seqs.get(key);
        known.seqs.merge(key, seq, Math::max);
        if (before == null || seq == before + 1) {
            return Place.EXPECTED;
        }
        return seq <= before ? Place.REPEATED : Place.AFTER_A_GAP;
    }
}
