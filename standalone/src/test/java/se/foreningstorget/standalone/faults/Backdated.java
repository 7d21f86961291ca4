package se.foreningstorget.standalone.faults;

import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.MessageUtil;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.coordinator.group.generated.GroupMetadataKey;
import org.apache.kafka.coordinator.group.generated.GroupMetadataValue;

/** Lets a broker's own notes say that a group was left long ago: its clock cannot be moved. */
final class Backdated {
    private static final String NOTES = "__consumer_offsets";
    private static final short ABOUT_A_GROUP = 2;
    private static final short VERSION = 3;

    private Backdated() {}

    static void group(String kafka, String group, Duration ago) throws Exception {
        var last =
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> lastNote(kafka, group), Optional::isPresent)
                        .orElseThrow();
        var buffer = ByteBuffer.wrap(last.value());
        var note = new GroupMetadataValue(new ByteBufferAccessor(buffer), buffer.getShort());
        note.setCurrentStateTimestamp(System.currentTimeMillis() - ago.toMillis());
        try (var producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                kafka,
                                "client.id",
                                "__admin_client"), // who alone may write there
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    NOTES,
                                    last.partition(),
                                    last.key(),
                                    MessageUtil.toVersionPrefixedBytes(VERSION, note)))
                    .get();
        }
    }

    /** What the broker noted last of a group, when that is that nobody is in it. */
    private static Optional<ConsumerRecord<byte[], byte[]>> lastNote(String kafka, String group) {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", kafka),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(NOTES).stream()
                            .map(info -> new TopicPartition(NOTES, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            Optional<ConsumerRecord<byte[], byte[]>> last = Optional.empty();
            while (partitions.stream()
                    .anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (isAbout(record.key(), group) && record.serializedValueSize() > 0) {
                        last = Optional.of(record);
                    }
                }
            }
            return last;
        }
    }

    private static boolean isAbout(byte[] key, String group) {
        var buffer = ByteBuffer.wrap(key);
        short kind = buffer.getShort();
        return kind == ABOUT_A_GROUP
                && new GroupMetadataKey(new ByteBufferAccessor(buffer), (short) 0)
                        .group()
                        .equals(group);
    }
}
