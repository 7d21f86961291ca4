package se.foreningstorget.operations.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a backup holds and where its readers stood.
 *
 * @param format of the file; this code writes and reads {@link #FORMAT}
 * @param startedAt when the first thing was read: what was acknowledged before is in
 * @param cluster the id of the Kafka cluster the topics were read from
 * @param topics by name
 * @param groups by name, topic and partition: the offset the group had come to, noted before
 *     anything else was read
 * @param documents by database and collection, how many
 */
public record Manifest(
        int format,
        Instant startedAt,
        String cluster,
        Map<String, TopicShape> topics,
        Map<String, Map<String, Map<Integer, Long>>> groups,
        Map<String, Map<String, Long>> documents) {
    static final int FORMAT = 1;

    /** What it takes to make a topic anew. */
    public record TopicShape(int partitions, Map<String, String> settings, List<Long> records) {
        public long total() {
            return records.stream().mapToLong(Long::longValue).sum();
        }
    }
}
