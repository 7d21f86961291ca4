package se.foreningstorget.eventkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.eventkit.Tally.Command.Annotate;
import se.foreningstorget.eventkit.read.EventReader;
import se.foreningstorget.eventkit.read.Parking;
import se.foreningstorget.testkit.Platform;

/** Clocks are set, wrongly at times: only what an event says of its moment may follow them. */
class ClockTest {
    private static final Instant HOUR_BEFORE_WINTER_TIME =
            LocalDateTime.parse("2026-10-25T02:30")
                    .atZone(ZoneId.of("Europe/Stockholm"))
                    .toInstant();

    private final AtomicReference<Instant> now = new AtomicReference<>(HOUR_BEFORE_WINTER_TIME);
    private final InstantSource clock = now::get;
    private final String database = "kit-" + UUID.randomUUID();
    private final Topic<Tally, Tally.Event> topic = Tally.topic();
    private final Kit kit =
            new Kit(
                    Platform.shared().bootstrapServers(),
                    StoreClient.settings(Platform.shared().mongoUri(database), Kit.DEADLINE)
                            .build(),
                    database,
                    Kit.DEADLINE,
                    new Publisher(Platform.shared().bootstrapServers(), "kit"),
                    clock);
    private final Aggregates<Tally, Tally.Command, Tally.Event> tallies = kit.tallies(topic);

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void commandsAndSendingGoOnWhereverTheClockJumps() {
        kit.started();
        var jumps = List.of(3_600, -7_200, 3_600, -86_400, 86_400 * 400);
        for (var jump : jumps) {
            now.updateAndGet(then -> then.plusSeconds(jump));
            assertThat(tallies.handle("a", new Annotate("after " + jump)))
                    .isInstanceOf(Outcome.Done.class);
            assertThat(tallies.handle("b", new Annotate("after " + jump)))
                    .isInstanceOf(Outcome.Done.class);
        }
        await().until(() -> tallies.atWork() == 0);
        for (var id : List.of("a", "b")) {
            assertThat(Kit.seqs(kit.records(topic), id).stream().distinct().toList())
                    .isEqualTo(LongStream.rangeClosed(1, jumps.size()).boxed().toList());
        }
    }

    @Test
    void aReactionsBirthStaysWhenTheClockIsSetBackOrForth() {
        kit.started();
        tallies.handle("before", new Annotate("the log is older than the reaction"));
        await().until(() -> !kit.records(topic).isEmpty());
        assertThat(metAfterJumpOf(Duration.ZERO, "Born"))
                .as("at its birth")
                .containsExactly("Born/a/0", "Born/a/3600");
        assertThat(metAfterJumpOf(Duration.ofHours(-1), "Born"))
                .as("restarted with the clock an hour back")
                .containsExactly("Born/a/0", "Born/a/3600");
        assertThat(metAfterJumpOf(Duration.ofHours(2), "Born"))
                .as("restarted with the clock an hour on")
                .containsExactly("Born/a/0", "Born/a/3600");
    }

    /** What a reaction does of events an hour before, at, and an hour after the first time. */
    private List<String> metAfterJumpOf(Duration jump, String reaction) {
        now.updateAndGet(then -> then.plus(jump));
        var reader = new EventReader(kit.database, new Parking(kit.publisher), clock);
        var met = new ArrayList<String>();
        var function = reader.reacting(reaction, topic, it -> met.add(it.effectId()));
        for (long seconds : List.of(-3_600L, 0L, 3_600L)) {
            function.accept(event(HOUR_BEFORE_WINTER_TIME.plusSeconds(seconds), seconds));
        }
        return met;
    }

    private static Message<byte[]> event(Instant at, long seq) {
        var value =
                """
                {"type":"annotated","data":{"note":"x"},"seq":%d,"at":"%s",\
                "state":{"count":0,"steps":[],"note":"x"},"stateSeq":1}\
                """
                        .formatted(seq, at);
        return MessageBuilder.withPayload(value.getBytes(StandardCharsets.UTF_8))
                .setHeader(KafkaHeaders.RECEIVED_KEY, "a".getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
