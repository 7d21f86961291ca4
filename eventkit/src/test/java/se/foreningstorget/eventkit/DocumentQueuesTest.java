package se.foreningstorget.eventkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who waits for a document is served in turn, and not beyond the deadline. */
class DocumentQueuesTest {
    private final DocumentQueues queues = new DocumentQueues();
    private final CountDownLatch door = new CountDownLatch(1);

    @Test
    void whoCameFirstIsServedFirst() throws Exception {
        var served = new CopyOnWriteArrayList<Integer>();
        var threads = new ArrayList<Thread>();
        threads.add(standing("a", door::await));
        await().until(() -> queues.size() == 1);
        for (int i = 0; i < 50; i++) {
            int number = i;
            var thread = standing("a", () -> served.add(number));
            await().pollInterval(Duration.ofMillis(1))
                    .until(() -> thread.getState() == Thread.State.TIMED_WAITING);
            threads.add(thread);
        }
        door.countDown();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(served).isEqualTo(IntStream.range(0, 50).boxed().toList());
        assertThat(queues.size()).isZero();
    }

    @Test
    void whoComesBackAtOnceStandsBehindWhoWaited() throws Exception {
        var served = new CopyOnWriteArrayList<String>();
        var patient = new CompletableFuture<Thread>();
        var impatient =
                Thread.ofPlatform()
                        .start(() -> {
                            for (int i = 0; i < 2_000; i++) {
                                boolean held = i == 1_000; // quick by then
                                queues.inTurn(
                                        "a",
                                        in(Duration.ofSeconds(60)),
                                        () -> {
                                            if (held) {
                                                served.clear();
                                                patient.complete(
                                                        standing("a", () -> served.add("patient")));
                                                await().until(() ->
                                                        patient.join().getState()
                                                                == Thread.State.TIMED_WAITING);
                                            }
                                            return served.add("impatient");
                                        });
                            }
                        });
        impatient.join();
        patient.join().join();
        assertThat(served.indexOf("patient")).isEqualTo(1);
    }

    @Test
    void aDocumentInUseHoldsUpNoOther() {
        standing("a", door::await);
        await().until(() -> queues.size() == 1);
        assertThat(queues.inTurn("b", in(Duration.ofSeconds(5)), () -> "served"))
                .isEqualTo("served");
        door.countDown();
        await().until(() -> queues.size() == 0);
    }

    @Test
    void whoWaitsBeyondTheDeadlineIsSentAwayAndForgotten() {
        standing("a", door::await);
        await().until(() -> queues.size() == 1);
        assertThatThrownBy(() -> queues.inTurn("a", in(Duration.ofMillis(50)), () -> "served"))
                .isInstanceOfSatisfying(
                        TryLater.class, it -> assertThat(it.code()).isEqualTo("busy"));
        door.countDown();
        await().until(() -> queues.size() == 0);
    }

    private Thread standing(String id, Work work) {
        return Thread.ofPlatform()
                .start(() ->
                        queues.inTurn(
                                id,
                                in(Duration.ofSeconds(60)),
                                () -> {
                                    try {
                                        work.run();
                                        return List.of();
                                    } catch (InterruptedException stopped) {
                                        throw new IllegalStateException(stopped);
                                    }
                                }));
    }

    private static long in(Duration time) {
        return System.nanoTime() + time.toNanos();
    }

    private interface Work {
        void run() throws InterruptedException;
    }
}
