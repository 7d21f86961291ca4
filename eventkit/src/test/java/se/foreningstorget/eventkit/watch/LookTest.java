package se.foreningstorget.eventkit.watch;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LookTest {
    private static final WatchSettings OFTEN =
            new WatchSettings(Duration.ZERO, Duration.ofSeconds(5));
    private static final WatchSettings SELDOM =
            new WatchSettings(Duration.ofHours(1), Duration.ofMillis(10));

    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void nothingIsLookedAtUnlessSomebodyAsks() {
        new Look("store", OFTEN, looks::incrementAndGet);
        assertThat(looks).hasValue(0);
    }

    @Test
    void manyWhoAskAtOnceShareOneLook() {
        var look = new Look("store", SELDOM, looks::incrementAndGet);
        for (int i = 0; i < 10; i++) {
            look.fresh();
        }
        await().untilAsserted(() -> assertThat(looks).hasValue(1));
    }

    @Test
    void oneWhoAsksIsNotKeptByWhatHangs() throws InterruptedException {
        var hanging = new CountDownLatch(1);
        var look =
                new Look(
                        "broker",
                        new WatchSettings(Duration.ZERO, Duration.ofMillis(10)),
                        () -> {
                            try {
                                hanging.await();
                            } catch (InterruptedException stopped) {
                                Thread.currentThread().interrupt();
                            }
                            looks.incrementAndGet();
                        });
        look.fresh();
        look.fresh(); // the first is still under way: no second is begun
        assertThat(looks).hasValue(0);
        hanging.countDown();
        await().atMost(5, SECONDS).untilAsserted(() -> assertThat(looks).hasValue(1));
    }

    @Test
    void whatFailsIsSeenByTheAgeOfTheFigures() {
        var look =
                new Look(
                        "broker",
                        OFTEN,
                        () -> {
                            throw new IllegalStateException("away");
                        });
        await().atMost(5, SECONDS)
                .untilAsserted(() -> {
                    look.fresh();
                    assertThat(look.ageSeconds()).isGreaterThan(0.05);
                });
    }
}
