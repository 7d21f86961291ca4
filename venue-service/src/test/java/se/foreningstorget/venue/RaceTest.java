package se.foreningstorget.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static se.foreningstorget.venue.Town.MANAGER;
import static se.foreningstorget.venue.Town.booking;
import static se.foreningstorget.venue.Town.code;
import static se.foreningstorget.venue.Town.day;
import static se.foreningstorget.venue.Town.venue;
import static se.foreningstorget.venue.Town.wish;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import se.foreningstorget.contracts.venue.Slot;
import se.foreningstorget.eventkit.testing.RunningService;

/** Many want the same evening at the same moment. */
@ExtendWith(TheService.class)
class RaceTest {
    private static final int CLIENTS = 20;
    private static final int WISHES_EACH = 10;

    private final RunningService service;

    RaceTest(RunningService service) {
        this.service = service;
    }

    private record Answer(String id, Slot slot, int status, String code) {}

    @RepeatedTest(2)
    void eachFreeTimeHasOneWinner(RepetitionInfo round) throws Exception {
        var salen = venue(service, "kapplopp-" + round.getCurrentRepetition());
        var answers = ask(salen, new Random(round.getCurrentRepetition()));

        var won = answers.stream().filter(answer -> answer.status == 201).toList();
        var lost = answers.stream().filter(answer -> answer.status != 201).toList();
        assertThat(answers).hasSize(CLIENTS * WISHES_EACH);
        assertThat(won).isNotEmpty();
        assertThat(lost)
                .isNotEmpty()
                .allMatch(answer -> answer.status == 409 && answer.code.equals("slot-taken"));
        for (var one : won) {
            assertThat(won).noneMatch(it -> it != one && it.slot.overlaps(one.slot));
        }
        for (var one : lost) {
            assertThat(won).as(one.toString()).anyMatch(it -> it.slot.overlaps(one.slot));
        }
        assertThat(standing(salen))
                .containsExactlyInAnyOrderElementsOf(won.stream().map(Answer::id).toList());
    }

    private List<Answer> ask(String salen, Random random) throws Exception {
        var start = new CountDownLatch(1);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<java.util.concurrent.Future<List<Answer>>>();
            for (int client = 0; client < CLIENTS; client++) {
                asked.add(clients.submit(client(salen, client, random.nextLong(), start)));
            }
            start.countDown();
            var answers = new ArrayList<Answer>();
            for (var one : asked) {
                answers.addAll(one.get());
            }
            return answers;
        }
    }

    private Callable<List<Answer>> client(
            String salen, int number, long seed, CountDownLatch start) {
        return () -> {
            var random = new Random(seed);
            var answers = new ArrayList<Answer>();
            start.await();
            for (int i = 0; i < WISHES_EACH; i++) {
                var id = "w-" + number + "-" + i;
                int from = 8 * 60 + random.nextInt(13 * 60);
                int to = Math.min(22 * 60, from + 15 + random.nextInt(120));
                var slot = new Slot(time(from), time(to));
                var reply =
                        service.put(
                                booking(salen, id),
                                MANAGER,
                                wish("koren", slot.from().toString(), slot.to().toString()));
                answers.add(
                        new Answer(
                                id,
                                slot,
                                reply.status(),
                                reply.status() == 201 ? "" : code(reply)));
            }
            return answers;
        };
    }

    private List<String> standing(String salen) {
        var ids = new ArrayList<String>();
        service.get(day(salen), MANAGER)
                .json()
                .get("bookings")
                .forEach(booking -> ids.add(booking.get("id").asString()));
        return ids;
    }

    private static LocalTime time(int minute) {
        return LocalTime.of(minute / 60, minute % 60);
    }
}
