package se.foreningstorget.calendar;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.calendar.associations.OrganizerNames;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.contracts.register.Association;
import se.foreningstorget.contracts.register.AssociationFacts;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.contracts.register.AssociationKind;
import se.foreningstorget.contracts.register.RegisterTopics;
import se.foreningstorget.contracts.register.Source;
import se.foreningstorget.eventkit.EventRecord;
import se.foreningstorget.eventkit.Publisher;
import se.foreningstorget.eventkit.TopicKeeper;
import se.foreningstorget.eventkit.testing.Http.Reply;
import se.foreningstorget.eventkit.testing.RunningService;
import se.foreningstorget.testkit.Platform;
import tools.jackson.databind.JsonNode;

/** The running service, a register that speaks on its topic, and what tests ask of them. */
final class CalendarHouse implements AutoCloseable {
    static final String EVENTS = "/api/calendar/v1/events";
    static final String OCCURRENCES = "/api/calendar/v1/occurrences";

    private final RunningService service;

    private CalendarHouse(RunningService service) {
        this.service = service;
    }

    static CalendarHouse open(Platform platform) {
        new TopicKeeper(platform.bootstrapServers(), (short) 1)
                .owning(List.of(RegisterTopics.ASSOCIATIONS))
                .start();
        return new CalendarHouse(
                RunningService.start(
                        CalendarService.class,
                        CalendarService.NAME,
                        platform.bootstrapServers(),
                        platform.mongoUri("calendar-service"),
                        Map.of("foreningstorget.replication", "1")));
    }

    RunningService service() {
        return service;
    }

    /** The register tells of an association; back when the service has heard. */
    void register(String id, String name, long seq) {
        tell(id, name, seq);
        var names = service.bean(OrganizerNames.class);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> names.find(new AssociationId(id)).filter(name::equals).isPresent());
    }

    private void tell(String id, String name, long seq) {
        var at = Instant.parse("2026-11-22T10:00:00Z");
        var facts =
                new AssociationFacts(
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
        var state = new Association(new AssociationId(id), facts, Source.ASSOCIATION, at, at, null);
        var mapper = ContractJson.mapper();
        var record =
                new EventRecord(
                        "something-newer-than-we-know",
                        mapper.createObjectNode(),
                        seq,
                        at,
                        mapper.valueToTree(state),
                        seq);
        try {
            service.bean(Publisher.class)
                    .send(
                            new ProducerRecord<>(
                                    RegisterTopics.ASSOCIATIONS.name(),
                                    id,
                                    mapper.writeValueAsBytes(record)))
                    .get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    Reply post(String id, Map<String, ?> body, @Nullable String token, String... headers) {
        return service.put(EVENTS + "/" + id, token, body, headers);
    }

    /** A list as its own writer sees it. */
    JsonNode list(String path, Reply seen) {
        return service.get(path, null, "Seen", requireNonNull(seen.header("Seen"))).json();
    }

    static Map<String, Object> event(String organizer, String title, String start, String end) {
        return Map.of("organizer", organizer, "title", title, "start", start, "end", end);
    }

    static Map<String, Object> with(Map<String, Object> event, String field, Object value) {
        var more = new HashMap<>(event);
        more.put(field, value);
        return more;
    }

    @Override
    public void close() {
        service.close();
    }
}
