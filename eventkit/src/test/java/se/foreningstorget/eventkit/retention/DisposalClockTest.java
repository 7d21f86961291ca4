package se.foreningstorget.eventkit.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is due is disposed of once; what is not, is not. */
class DisposalClockTest {
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final List<String> done = new ArrayList<>();
    private final DisposalClock clock = new DisposalClock(() -> now, Duration.ofMinutes(1));

    private void expect(String key, Duration in) {
        clock.expect(key, now.plus(in), () -> done.add(key));
    }

    private void later(Duration duration) {
        now = now.plus(duration);
        clock.round();
    }

    @Test
    void inOrderOfTime() {
        expect("b", Duration.ofHours(2));
        expect("a", Duration.ofHours(1));
        expect("c", Duration.ofHours(3));
        clock.round();
        assertThat(done).isEmpty();
        later(Duration.ofHours(2));
        assertThat(done).containsExactly("a", "b");
        later(Duration.ofHours(2));
        later(Duration.ofHours(2));
        assertThat(done).containsExactly("a", "b", "c");
    }

    @Test
    void theLatestWordCounts() {
        expect("moved", Duration.ofHours(1));
        expect("moved", Duration.ofHours(5));
        expect("called-off", Duration.ofHours(1));
        clock.expect("called-off", null, () -> {});
        later(Duration.ofHours(2));
        assertThat(done).isEmpty();
        later(Duration.ofHours(3));
        assertThat(done).containsExactly("moved");
    }

    @Test
    void whatFailsIsTriedAgainAndStopsNothing() {
        var tries = new ArrayList<Instant>();
        clock.expect(
                "away",
                now,
                () -> {
                    tries.add(now);
                    if (tries.size() < 3) {
                        throw new IllegalStateException("the store is away");
                    }
                });
        expect("well", Duration.ZERO);
        clock.round();
        assertThat(done).containsExactly("well");
        clock.round();
        assertThat(tries).hasSize(1);
        later(Duration.ofMinutes(1));
        later(Duration.ofMinutes(1));
        later(Duration.ofMinutes(1));
        assertThat(tries).hasSize(3);
    }

    @Test
    void sweepsComeAtTheStartAndOnceADay() {
        var swept = new ArrayList<Instant>();
        clock.sweep(swept::add);
        clock.sweep(moment -> {
            if (swept.size() == 1) {
                throw new IllegalStateException("the store is away");
            }
        });
        clock.round();
        assertThat(swept).hasSize(1);
        later(Duration.ofMinutes(1));
        assertThat(swept).as("again soon, since one failed").hasSize(2);
        later(Duration.ofHours(23));
        assertThat(swept).hasSize(2);
        later(Duration.ofHours(1));
        assertThat(swept).hasSize(3);
    }
}
