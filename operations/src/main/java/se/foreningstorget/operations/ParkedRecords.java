package se.foreningstorget.operations;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.support.MessageBuilder;
import se.foreningstorget.eventkit.read.EventReader;
import se.foreningstorget.eventkit.read.Reading;

/**
 * What this service's groups have parked and nobody has settled yet. The parking topics hold the
 * records and forget them in time; what was settled, how, by whom and why stands in the store.
 */
final class ParkedRecords {
    private static final int DUPLICATE_KEY = 11_000;

    private final EventReader reader;
    private final Records records;
    private final MongoCollection<Document> settled;
    private final InstantSource clock;

    ParkedRecords(
            EventReader reader, Records records, MongoDatabase database, InstantSource clock) {
        this.reader = reader;
        this.records = records;
        this.settled = database.getCollection("parked-settled");
        this.clock = clock;
    }

    /** How a parked record was settled. */
    enum Settlement {
        PUT_BACK,
        DROPPED
    }

    List<ParkedRecord> waiting() {
        var settled = settledIds();
        return reader.readings().stream()
                .flatMap(reading -> all(reading).stream())
                .filter(parked -> !settled.contains(parked.id()))
                .toList();
    }

    private List<ParkedRecord> all(Reading<?> reading) {
        var all = new ArrayList<ParkedRecord>();
        records.read(parking(reading), record -> all.add(ParkedRecord.of(reading, record)));
        return all;
    }

    Optional<ParkedRecord> find(String id) {
        return waiting().stream().filter(parked -> parked.id().equals(id)).findFirst();
    }

    /**
     * Hands the record to its group's function once more. Should that fail for good again, the
     * function parks it anew; should it fail for now, this throws and nothing is settled.
     */
    void putBack(ParkedRecord parked, String by, String why) {
        readingOf(parked)
                .function()
                .accept(
                        MessageBuilder.withPayload(parked.payload())
                                .setHeader(
                                        KafkaHeaders.RECEIVED_KEY,
                                        parked.key().getBytes(StandardCharsets.UTF_8))
                                .build());
        settle(parked, Settlement.PUT_BACK, by, why);
    }

    void drop(ParkedRecord parked, String by, String why) {
        settle(parked, Settlement.DROPPED, by, why);
    }

    private void settle(ParkedRecord parked, Settlement how, String by, String why) {
        try {
            settled.insertOne(
                    new Document("_id", parked.id())
                            .append("how", how.name())
                            .append("by", by)
                            .append("why", why)
                            .append("at", clock.instant().toString()));
        } catch (MongoWriteException refused) {
            if (refused.getError().getCode() != DUPLICATE_KEY) {
                throw refused;
            }
        }
        forgetSettled(readingOf(parked));
    }

    /** What lies before the first that waits need not wait for its topic to forget it. */
    private void forgetSettled(Reading<?> reading) {
        var settled = settledIds();
        long keptFrom = 0;
        for (var parked : all(reading)) {
            if (!settled.contains(parked.id())) {
                break;
            }
            keptFrom = parked.offset() + 1;
        }
        records.forgetBefore(parking(reading), keptFrom);
    }

    private Reading<?> readingOf(ParkedRecord parked) {
        return reader.readings().stream()
                .filter(reading -> reading.group().equals(parked.group()))
                .findFirst()
                .orElseThrow();
    }

    private static String parking(Reading<?> reading) {
        return reading.topic().parkingFor(reading.group());
    }

    private Set<String> settledIds() {
        var ids = new HashSet<String>();
        settled.find().forEach(document -> ids.add(document.getString("_id")));
        return ids;
    }
}
