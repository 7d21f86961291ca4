package se.foreningstorget.standalone;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.eventkit.testing.Http;

/** Several clients that write through the gateway, whatever becomes of the system behind it. */
public final class Load implements AutoCloseable {
    private final Witness witness;
    private final Supplier<Http> square;
    private final Supplier<String> staff;
    private final String venue;
    private final List<Thread> clients = new ArrayList<>();
    private final AtomicLong answered = new AtomicLong();
    private volatile boolean on = true;
    private volatile @Nullable Throwable failed;

    /**
     * @param square where the system is at the moment; it may move when it is started again
     */
    public Load(Witness witness, Supplier<Http> square, Supplier<String> staff) {
        this.witness = witness;
        this.square = square;
        this.staff = staff;
        this.venue = "/api/venue/v1/venues/salen-" + witness.tag();
    }

    /** So many clients begin, once there is a venue to book. */
    public Load by(int count) {
        var made =
                square.get()
                        .put(
                                venue,
                                staff.get(),
                                Map.of("name", "Salen", "opens", "00:00", "closes", "23:59"));
        if (made.status() >= 300) {
            throw new AssertionError(made.raw().body());
        }
        for (int i = 0; i < count; i++) {
            clients.add(Thread.ofPlatform().daemon().start(this::writeOn));
        }
        return this;
    }

    /** How many requests were answered in any way. */
    public long answered() {
        return answered.get();
    }

    @Override
    public void close() throws InterruptedException {
        on = false;
        for (var client : clients) {
            client.join();
        }
        if (failed != null) {
            throw new AssertionError("a client met what it must not meet", failed);
        }
    }

    private void writeOn() {
        while (on) {
            int n = witness.nextNumber();
            try {
                switch (n % 3) {
                    case 0 -> register(n);
                    case 1 -> leave(n);
                    default -> book(n);
                }
                answered.incrementAndGet();
            } catch (UncheckedIOException outcomeUnknown) {
                LockSupport.parkNanos(5_000_000);
            } catch (RuntimeException | AssertionError unexpected) {
                failed = unexpected;
                return;
            }
        }
    }

    /** Thirty associations are changed again and again, each by one client at a time. */
    private void register(int n) {
        var id = witness.tag() + "-" + n % 30;
        synchronized (id.intern()) {
            var name = "Förening " + n;
            witness.willName(id, name);
            var reply =
                    square.get()
                            .put(
                                    "/api/register/v1/associations/" + id,
                                    staff.get(),
                                    Map.of("name", name));
            if (accepted(reply)) {
                witness.named(id, name);
            }
        }
    }

    private void leave(int n) {
        var id = witness.tag() + "-lead-" + n;
        witness.willLeave(id);
        var reply =
                square.get()
                        .put(
                                "/api/register/v1/leads/" + id,
                                null,
                                Map.of(
                                        "wish", "önskan " + n,
                                        "email", id + "@example.org",
                                        "mayForward", true));
        if (accepted(reply)) {
            witness.left(id, reply.json().get("number").asString());
        }
    }

    private void book(int n) {
        var day = venue + "/days/2030-01-" + String.format("%02d", 1 + n % 28);
        int minute = (n / 28) % 1_400;
        witness.willBook(day);
        var booking = day + "/bookings/b-" + n;
        var reply =
                square.get()
                        .put(
                                booking,
                                staff.get(),
                                Map.of(
                                        "from", time(minute),
                                        "to", time(minute + 1),
                                        "association", "raa-museiforening"));
        if (reply.status() == 409) {
            return; // the minute was taken by an earlier round
        }
        if (accepted(reply)) {
            witness.booked(booking);
        }
    }

    /** A refusal other than "not now" would be a fault of its own. */
    private static boolean accepted(Http.Reply reply) {
        if (reply.status() >= 400 && reply.status() < 500) {
            throw new AssertionError(reply.raw().body());
        }
        return reply.status() < 300;
    }

    private static String time(int minute) {
        return String.format("%02d:%02d", minute / 60, minute % 60);
    }
}
