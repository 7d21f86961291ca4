package se.foreningstorget.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} at random moments under writes through the gateway: nothing is lost. */
class CrashTest {
    private static final int KILLS = Integer.getInteger("crash.kills", 10);
    private static final int CLIENTS = 6;

    private final AtomicInteger attempted = new AtomicInteger();
    private final Map<String, String> associations = new ConcurrentHashMap<>();
    private final Map<String, String> unanswered = new ConcurrentHashMap<>();
    private final Queue<String> bookings = new ConcurrentLinkedQueue<>();
    private final Map<String, String> leads = new ConcurrentHashMap<>();

    @Test
    void nothingAcknowledgedIsLostAndNothingHappensTwice(@TempDir Path folder) throws Exception {
        var data = folder.resolve("data");
        var square = ChildSquare.start(data);
        square.http()
                .put(
                        "/api/venue/v1/venues/salen",
                        square.as("venue-manager"),
                        Map.of("name", "Salen", "opens", "00:00", "closes", "23:59"));
        for (int kill = 0; kill < KILLS; kill++) {
            writeUntilKilled(square);
            square = ChildSquare.start(data);
        }
        var last = square;
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> receipts(last).keySet().containsAll(leads.keySet()));
        everyAcknowledgedWriteIsThere(square);
        var mails = receipts(square);
        double stopping = square.stop();

        var differences = Aftermath.settled(data, () -> ChildSquare.start(data));
        int doubled = mails.values().stream().mapToInt(count -> count - 1).sum();
        System.out.printf(
                "crash test: %d kills, %d attempted, %d acknowledged (%d associations, %d bookings,"
                        + " %d leads), 0 lost, %d of %d mails doubled, %s, stopped in %.1f s%n",
                KILLS,
                attempted.get(),
                associations.size() + bookings.size() + leads.size(),
                associations.size(),
                bookings.size(),
                leads.size(),
                doubled,
                mails.size(),
                differences.isEmpty() ? "projections equal their sources" : differences,
                stopping);
        assertThat(differences).isEmpty();
        assertThat(doubled).isLessThanOrEqualTo(KILLS * CLIENTS);
        assertThat(leads).isNotEmpty();
    }

    private void writeUntilKilled(ChildSquare square) throws InterruptedException {
        var staff = square.as("staff");
        var written = new CountDownLatch(ThreadLocalRandom.current().nextInt(5, 120));
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int client = 0; client < CLIENTS; client++) {
                clients.execute(() -> writeOn(square, staff, written));
            }
            written.await(30, TimeUnit.SECONDS);
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(20_000_000));
            square.kill();
        }
    }

    private void writeOn(ChildSquare square, String staff, CountDownLatch written) {
        try {
            while (true) {
                int n = attempted.incrementAndGet();
                if (n % 3 == 0) {
                    register(square, staff, n);
                } else if (n % 3 == 1) {
                    leave(square, n);
                } else {
                    book(square, staff, n);
                }
                written.countDown();
            }
        } catch (UncheckedIOException killed) {
            // as intended: what was on its way has an unknown outcome and is not counted
        }
    }

    /** Thirty associations are changed again and again. */
    private void register(ChildSquare square, String staff, int n) {
        var id = "krock-" + n % 30;
        synchronized (id.intern()) {
            unanswered.put(id, "Krock " + n);
            var reply =
                    square.http()
                            .put(
                                    "/api/register/v1/associations/" + id,
                                    staff,
                                    Map.of("name", "Krock " + n));
            if (reply.status() < 300) {
                associations.put(id, "Krock " + n);
            } else if (reply.status() < 500) {
                throw new AssertionError(reply.raw().body());
            }
        }
    }

    private void leave(ChildSquare square, int n) {
        var id = "krock-lead-" + n;
        var reply =
                square.http()
                        .put(
                                "/api/register/v1/leads/" + id,
                                null,
                                Map.of(
                                        "wish", "önskan " + n,
                                        "email", id + "@example.org",
                                        "mayForward", true));
        if (reply.status() < 300) {
            leads.put(id, reply.json().get("number").asString());
        }
    }

    private void book(ChildSquare square, String staff, int n) {
        var id = "b-" + n;
        var at = "/api/venue/v1/venues/salen/days/2030-01-" + String.format("%02d", 1 + n % 28);
        int minute = (n / 28) % 1_400;
        var reply =
                square.http()
                        .put(
                                at + "/bookings/" + id,
                                staff,
                                Map.of(
                                        "from", time(minute),
                                        "to", time(minute + 1),
                                        "association", "raa-museiforening"));
        if (reply.status() < 300) {
            bookings.add(at + "/bookings/" + id);
        }
    }

    private static String time(int minute) {
        return String.format("%02d:%02d", minute / 60, minute % 60);
    }

    private void everyAcknowledgedWriteIsThere(ChildSquare square) {
        var staff = square.as("staff");
        leads.forEach((id, number) -> {
            var reply = square.http().get("/api/register/v1/leads/" + id, staff);
            assertThat(reply.status()).as("lost: " + id).isEqualTo(200);
            assertThat(reply.json().get("number").asString()).isEqualTo(number);
        });
        assertThat(leads.values()).doesNotHaveDuplicates();
        for (var booking : bookings) {
            assertThat(square.http().get(booking, staff).status())
                    .as("lost: " + booking)
                    .isEqualTo(200);
        }
        associations.forEach((id, name) -> {
            var now = square.http().get("/api/register/v1/associations/" + id, null);
            assertThat(now.status()).as("lost: " + id).isEqualTo(200);
            assertThat(now.json().get("name").asString())
                    .as("an acknowledged change of " + id + " was lost")
                    .isIn(name, unanswered.getOrDefault(id, name));
        });
    }

    /** How many mails each lead's resident got, by lead. */
    private static Map<String, Integer> receipts(ChildSquare square) {
        var counts = new ConcurrentHashMap<String, Integer>();
        for (var mail : square.http().get("/mailbox/mails", null).json()) {
            var to = mail.get("recipients").get(0).asString();
            counts.merge(to.replace("@example.org", ""), 1, Integer::sum);
        }
        return counts;
    }
}
