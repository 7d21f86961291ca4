package se.foreningstorget.standalone.bench;

import java.util.Arrays;
import java.util.Locale;

/** Many measured times, in nanoseconds. */
record Figures(long[] sorted) {
    static Figures of(long[] nanos) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Figures(sorted);
    }

    double millis(double share) {
        int at = (int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)));
        return sorted[at] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %.2f ms, p90 %.2f ms, p99 %.2f ms (%d measured)",
                millis(0.5),
                millis(0.9),
                millis(0.99),
                sorted.length);
    }
}
