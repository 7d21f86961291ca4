package se.foreningstorget.operations.backup;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A record of the log as a backup has it: a JSON line, bytes in base 64. */
record LogLine(
        int partition,
        long offset,
        long timestamp,
        @Nullable String key,
        byte @Nullable [] value,
        Map<String, byte @Nullable []> headers) {

    static LogLine of(ConsumerRecord<String, byte[]> record) {
        var headers = new LinkedHashMap<String, byte @Nullable []>();
        record.headers().forEach(header -> headers.put(header.key(), header.value()));
        return new LogLine(
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                headers);
    }

    @SuppressWarnings(
            "NullAway") // a record may lack key and value, whatever the client's types say
    ProducerRecord<String, byte[]> record(String topic) {
        var record = new ProducerRecord<String, byte[]>(topic, partition, timestamp, key, value);
        headers.forEach((name, bytes) -> record.headers().add(name, bytes));
        return record;
    }
}
