package se.foreningstorget.eventkit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.ContractJson;
import tools.jackson.databind.JsonNode;

/**
 * An event on the wire: a JSON value, CloudEvents attributes and trace context as headers, the
 * document's id as key.
 *
 * @param type what happened, a name from {@code contracts}
 * @param seq which event of its document, from 1 without gaps
 * @param state the aggregate as others see it, at or after the event
 * @param stateSeq the seq the state is at
 */
public record EventRecord(
        String type, JsonNode data, long seq, Instant at, JsonNode state, long stateSeq) {

    static ProducerRecord<String, byte[]> of(
            String topic, String key, Document event, Document state, long stateSeq) {
        var value =
                new Document("type", event.getString("type"))
                        .append("data", event.get("data"))
                        .append("seq", event.getLong("seq"))
                        .append("at", event.getString("at"))
                        .append("state", state)
                        .append("stateSeq", stateSeq);
        var headers = new RecordHeaders();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_type", event.getString("type"));
        put(headers, "ce_source", "/" + topic.replace('.', '/'));
        put(headers, "ce_id", key + "@" + event.getLong("seq"));
        put(headers, "ce_time", event.getString("at"));
        put(headers, "content-type", "application/json");
        put(headers, Trace.KEY, event.getString("trace"));
        return new ProducerRecord<>(
                topic, null, null, key, ContractJson.mapper().writeValueAsBytes(value), headers);
    }

    /** Throws an unchecked Jackson exception when the bytes are not such a record. */
    public static EventRecord read(byte[] value) {
        return ContractJson.mapper().readValue(value, EventRecord.class);
    }

    /** The state as its topic's contract has it. */
    public <S> S stateAs(Class<S> type) {
        return ContractJson.mapper().treeToValue(state, type);
    }

    private static void put(RecordHeaders headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
