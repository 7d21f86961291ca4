package se.foreningstorget.operations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.eventkit.read.Reading;

/**
 * A record that a group could not take in.
 *
 * @param id {@code <group>@<offset>}
 * @param offset in its parking topic
 * @param key of the document it is about
 * @param from the topic it came from
 * @param because what went wrong
 */
record ParkedRecord(
        String id,
        @JsonIgnore long offset,
        String group,
        String key,
        String from,
        String because,
        Instant parkedAt,
        @JsonIgnore byte[] payload) {

    static ParkedRecord of(Reading<?> reading, ConsumerRecord<String, byte[]> record) {
        return new ParkedRecord(
                reading.group() + "@" + record.offset(),
                record.offset(),
                reading.group(),
                Objects.requireNonNullElse(record.key(), ""),
                reading.topic().name(),
                header(record, "parked-because"),
                Instant.ofEpochMilli(record.timestamp()),
                record.value());
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        byte @Nullable [] value = header == null ? null : header.value();
        return value == null ? "" : new String(value, java.nio.charset.StandardCharsets.UTF_8);
    }
}
