package se.foreningstorget.venue.associations;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.contracts.register.Association;
import se.foreningstorget.contracts.register.AssociationFacts;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.contracts.register.AssociationKind;
import se.foreningstorget.contracts.register.RegisterTopics;
import se.foreningstorget.contracts.register.Source;
import se.foreningstorget.eventkit.EventRecord;

/** Records of the register, as they come to this service. */
public final class Heard {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private Heard() {}

    public static ProducerRecord<String, byte[]> record(String id, String name, long seq) {
        return new ProducerRecord<>(RegisterTopics.ASSOCIATIONS.name(), id, bytes(id, name, seq));
    }

    static Message<byte[]> message(String id, String name, long seq) {
        return MessageBuilder.withPayload(bytes(id, name, seq))
                .setHeader(KafkaHeaders.RECEIVED_KEY, id.getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private static byte[] bytes(String id, String name, long seq) {
        var mapper = ContractJson.mapper();
        var state =
                new Association(new AssociationId(id), facts(name), Source.STAFF, NOW, NOW, null);
        return mapper.writeValueAsBytes(
                new EventRecord(
                        "a-type-we-do-not-know",
                        mapper.createObjectNode(),
                        seq,
                        NOW,
                        mapper.valueToTree(state),
                        seq));
    }

    private static AssociationFacts facts(String name) {
        return new AssociationFacts(
                name,
                AssociationKind.ASSOCIATION,
                null,
                null,
                List.of(),
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }
}
