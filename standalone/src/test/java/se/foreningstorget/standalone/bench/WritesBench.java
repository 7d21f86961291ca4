package se.foreningstorget.standalone.bench;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import se.foreningstorget.standalone.SquareForBench;

/** (c) How many writes a second many clients get acknowledged, through the gateway. */
final class WritesBench {
    private static final int CLIENTS = 16;
    private static final int SECONDS = 10;

    private WritesBench() {}

    static void run(Path folder) throws Exception {
        try (var square = SquareForBench.start(folder)) {
            square.http()
                    .put(
                            "/api/venue/v1/venues/salen",
                            square.as("venue-manager"),
                            Map.of("name", "Salen", "opens", "00:00", "closes", "23:59"));
            var number = new AtomicInteger();
            for (var round : new String[] {"warming", "interest leads", "interest leads"}) {
                var acknowledged = new AtomicInteger();
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
                try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
                    for (int i = 0; i < CLIENTS; i++) {
                        clients.execute(() -> {
                            while (System.nanoTime() < end) {
                                if (leave(square, number.incrementAndGet()) == 201) {
                                    acknowledged.incrementAndGet();
                                }
                            }
                        });
                    }
                }
                System.out.printf(
                        Locale.ROOT,
                        "%-15s %.0f writes/s by %d clients%n",
                        round,
                        acknowledged.get() / (double) SECONDS,
                        CLIENTS);
            }
        }
    }

    private static int leave(SquareForBench square, int n) {
        return square.http()
                .put(
                        "/api/register/v1/leads/bench-" + n,
                        null,
                        Map.of("wish", "vill sjunga", "phone", "070-000 00 00", "mayForward", true))
                .status();
    }
}
