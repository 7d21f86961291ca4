package se.foreningstorget.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.eventkit.testing.Http;

/** Writers at both instances of register and venue; remembers all that was acknowledged. */
final class Crowd implements AutoCloseable {
    static final String VENUE = "/api/venue/v1/venues/";
    static final String REGISTER = "/api/register/v1/";

    private final TwoOfEach two;
    private final String name;
    private final String staff;
    private final List<Thread> writers = new ArrayList<>();
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile boolean open = true;

    final Map<String, String> associations = new ConcurrentHashMap<>();
    final Map<String, String> leads = new ConcurrentHashMap<>();
    final Map<String, String> bookings = new ConcurrentHashMap<>();
    final Map<Integer, String> unexpected = new ConcurrentHashMap<>();

    /** Begins to write; the venue and its association are there already. */
    Crowd(TwoOfEach two, String name) {
        this.two = two;
        this.name = name;
        this.staff = two.staff();
        for (int i = 0; i < 2; i++) {
            int instance = i;
            writers.add(Thread.ofVirtual().start(() -> write(instance)));
            writers.add(Thread.ofVirtual().start(() -> write(instance)));
        }
    }

    int acknowledged() {
        return associations.size() + leads.size() + bookings.size();
    }

    int writes() {
        return count.get();
    }

    private void write(int instance) {
        while (open) {
            int n = count.incrementAndGet();
            switch (n % 3) {
                case 0 -> register(instance, n);
                case 1 -> leave(instance, n);
                default -> book(instance, n);
            }
        }
    }

    /** Ten associations are changed again and again, through both instances. */
    private void register(int instance, int n) {
        var id = name + "-" + n / 3 % 10;
        var lock = locks.computeIfAbsent(id, _ -> new ReentrantLock());
        if (!lock.tryLock()) {
            return; // whoever changes it may stand still
        }
        try {
            var reply =
                    put(
                            two.register.get(instance),
                            REGISTER + "associations/" + id,
                            staff,
                            Map.of("name", name + " " + n));
            noteUnless(reply.status() < 300, n, reply.raw().body());
            associations.put(id, name + " " + n);
        } finally {
            lock.unlock();
        }
    }

    private void leave(int instance, int n) {
        var id = name + "-lead-" + n;
        var reply =
                put(
                        two.register.get(instance),
                        REGISTER + "leads/" + id,
                        null,
                        Map.of(
                                "wish",
                                "önskan " + n,
                                "phone",
                                "070-000 00 00",
                                "mayForward",
                                true));
        if (noteUnless(reply.status() < 300, n, reply.raw().body())) {
            leads.put(id, reply.json().get("number").asString());
        }
    }

    private void book(int instance, int n) {
        int minute = n / 3 % 1_400;
        var at = VENUE + "salen/days/2035-0" + (1 + n % 9) + "-01/bookings/" + name + n;
        var reply =
                put(
                        two.venue.get(instance),
                        at,
                        staff,
                        Map.of(
                                "from", clock(minute),
                                "to", clock(minute + 1),
                                "association", "raa-museiforening"));
        if (noteUnless(reply.status() < 300, n, reply.raw().body())) {
            bookings.put(at, clock(minute));
        }
    }

    /** What stood still may have waited too long for the store: it says so, and is asked again. */
    private static Http.Reply put(
            Instance instance, String path, @Nullable String token, Map<String, ?> body) {
        var reply = instance.http().put(path, token, body);
        for (int again = 0; reply.status() == 503 && again < 20; again++) {
            reply = instance.http().put(path, token, body);
        }
        return reply;
    }

    private boolean noteUnless(boolean good, int n, String reply) {
        if (!good) {
            unexpected.put(n, reply);
        }
        return good;
    }

    private static String clock(int minute) {
        return String.format("%02d:%02d", minute / 60, minute % 60);
    }

    /** Both instances of each service know all that either acknowledged. */
    void everythingIsThere() {
        assertThat(unexpected).isEmpty();
        assertThat(leads.values()).doesNotHaveDuplicates();
        for (int i = 0; i < 2; i++) {
            var register = two.register.get(i).http();
            var venue = two.venue.get(i).http();
            associations.forEach((id, said) ->
                    assertThat(told(register, REGISTER + "associations/" + id, "name"))
                            .isEqualTo(said));
            leads.forEach((id, number) ->
                    assertThat(told(register, REGISTER + "leads/" + id, "number"))
                            .isEqualTo(number));
            bookings.forEach((at, from) -> assertThat(told(venue, at, "from")).isEqualTo(from));
        }
    }

    private String told(Http service, String path, String field) {
        return service.get(path, staff).json().path(field).asString("");
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        for (var writer : writers) {
            writer.join();
        }
    }
}
