package se.foreningstorget.standalone.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.eventkit.EventRecord;

/**
 * All a topic has, read from its start by nobody's consumer.
 *
 * @param records in the order of each partition, without ticks
 */
record TopicFromStart(List<Keyed> records) {

    /** A record and its key. */
    record Keyed(String key, EventRecord record) {}

    static TopicFromStart read(String kafka, String topic) {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<Keyed>();
            while (partitions.stream()
                    .anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (!record.key().startsWith(Topic.TICK_KEY_PREFIX)) {
                        found.add(new Keyed(record.key(), EventRecord.read(record.value())));
                    }
                }
            }
            return new TopicFromStart(found);
        }
    }

    /** What the topic says last of each document: all that is left of it some day. */
    Map<String, EventRecord> last() {
        var last = new LinkedHashMap<String, EventRecord>();
        records.forEach(one -> last.put(one.key(), one.record()));
        return last;
    }

    List<EventRecord> of(String key) {
        return records.stream().filter(one -> one.key().equals(key)).map(Keyed::record).toList();
    }

    /** How often a record told less than one before it had told. */
    long lateOnes() {
        var newest = new LinkedHashMap<String, Long>();
        long late = 0;
        for (var one : records) {
            long seq = one.record().stateSeq();
            if (seq < newest.getOrDefault(one.key(), 0L)) {
                late++;
            }
            newest.merge(one.key(), seq, Math::max);
        }
        return late;
    }

    boolean hasOneRecordEach() {
        return records.size() == last().size();
    }
}
