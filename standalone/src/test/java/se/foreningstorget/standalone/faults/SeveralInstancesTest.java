package se.foreningstorget.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.foreningstorget.contracts.register.RegisterTopics;

/** Two instances of each service: one stands still, goes on too late or dies; nothing is lost. */
class SeveralInstancesTest {
    private static final int TRIES = 5;
    private static final int PAUSES = 6;
    private static final int MAIL_LINES = 2;

    @TempDir private static Path folder;
    private static TwoOfEach two;
    private static String staff;

    @BeforeAll
    static void start() {
        two = new TwoOfEach(folder);
        staff = two.staff();
        var added =
                two.venue
                        .getFirst()
                        .http()
                        .put(
                                Crowd.VENUE + "salen",
                                staff,
                                Map.of("name", "Salen", "opens", "00:00", "closes", "23:59"));
        assertThat(added.status()).isEqualTo(201);
        var asked =
                two.notification
                        .getFirst()
                        .http()
                        .put(
                                "/api/notification/v1/subscriptions/first",
                                null,
                                Map.of("email", "lasare@example.org"));
        assertThat(asked.status()).isEqualTo(202);
        for (int i = 0; i < 2; i++) { // both have heard of the associations
            int instance = i;
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            book(instance, "2034-12-31", "first-" + instance, "0" + instance)
                                    == 201);
        }
    }

    @AfterAll
    static void stop() {
        two.close();
    }

    @Test
    void whoWroteAtOneFindsItAtTheOther() {
        for (int i = 0; i < 10; i++) {
            var name = "Läsekretsen nummer" + i;
            var wrote =
                    two.register
                            .get(i % 2)
                            .http()
                            .put(
                                    Crowd.REGISTER + "associations/krets-" + i,
                                    staff,
                                    Map.of("name", name));
            var found =
                    two.register
                            .get(1 - i % 2)
                            .http()
                            .get(
                                    Crowd.REGISTER
                                            + "associations?q="
                                            + URLEncoder.encode(name, StandardCharsets.UTF_8),
                                    null,
                                    "Seen",
                                    Objects.requireNonNull(wrote.header("Seen")));
            assertThat(found.header("Possibly-Stale")).isNull();
            assertThat(found.json().get("items").toString()).contains("\"krets-" + i + "\"");
        }
    }

    @Test
    void ofTwoWishesForOneSlotAtTwoInstancesOneIsGranted() throws Exception {
        try (var wishes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int hour = 0; hour < 20; hour++) {
                var from = String.format("%02d", hour);
                var both = new ArrayList<Callable<Integer>>();
                for (int i = 0; i < 2; i++) {
                    int instance = i;
                    both.add(() -> book(instance, "2034-01-01", "w" + from + instance, from));
                }
                var answers = new ArrayList<Integer>();
                for (var answer : wishes.invokeAll(both)) {
                    answers.add(answer.get());
                }
                assertThat(answers).containsExactlyInAnyOrder(201, 409);
            }
        }
        var day = Crowd.VENUE + "salen/days/2034-01-01";
        for (var instance : two.venue) {
            assertThat(instance.http().get(day, staff).json().get("bookings")).hasSize(20);
        }
    }

    @Test
    void whatAStoppedInstanceSendsTooLateDoesNotHaveTheLastWord() throws Exception {
        double noticed = lateDuplicates();
        int tries = 1;
        while (!TooLate.sent(two, "sen-" + tries)) {
            assertThat(tries).as("never too late").isLessThan(TRIES);
            tries++;
        }
        var id = "sen-" + tries;
        await().atMost(Duration.ofSeconds(20))
                .until(() -> {
                    var last = associations().of(id).getLast();
                    return last.type().equals("state-republished") && last.stateSeq() == 4;
                });
        assertThat(
                        associations()
                                .of(id)
                                .getLast()
                                .stateAs(RegisterTopics.ASSOCIATIONS.state())
                                .facts()
                                .name())
                .isEqualTo("Tredje namnet");
        await().until(() -> lateDuplicates() > noticed);
        Compaction.force(two.kafka(), Copies.TOPICS);
        assertThat(associations().of(id)).hasSize(1);
        Copies.areSaidToBeEqual(two);
        int compared = Copies.areFoundToBeEqual(two);
        System.out.printf(
                "several instances: a late duplicate forced at try %d, republished over;"
                        + " compacted, %d documents equal%n",
                tries, compared);
    }

    @Test
    void nothingIsLostWhileInstancesStandStillAndGoOn() throws Exception {
        var candidates = new ArrayList<>(two.register);
        candidates.addAll(two.venue);
        double noticed = lateDuplicates();
        Crowd crowd;
        try (var writing = new Crowd(two, "folk")) {
            crowd = writing;
            await().atMost(Duration.ofSeconds(30)).until(() -> writing.acknowledged() > 60);
            for (int pause = 0; pause < PAUSES; pause++) {
                var one = candidates.get(pause % candidates.size());
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(50_000_000));
                int before = writing.writes();
                one.pause();
                try {
                    await().atMost(Duration.ofSeconds(20))
                            .until(() -> writing.writes() > before + 60);
                } finally {
                    one.resume();
                }
            }
        }
        crowd.everythingIsThere();
        Copies.areSaidToBeEqual(two);
        long late = associations().lateOnes();
        Compaction.force(two.kafka(), Copies.TOPICS);
        Copies.areSaidToBeEqual(two);
        int compared = Copies.areFoundToBeEqual(two);
        System.out.printf(
                "several instances: %d pauses under load, %d acknowledged (%d leads, %d bookings),"
                        + " %d records late, %.0f last words republished; compacted, %d equal%n",
                PAUSES,
                crowd.acknowledged(),
                crowd.leads.size(),
                crowd.bookings.size(),
                late,
                lateDuplicates() - noticed,
                compared);
    }

    @Test
    void eachMailArrivesOnceThoughAnInstanceIsKilled() {
        var wanted = new HashSet<String>();
        var numbers = new ArrayList<String>();
        var killed = two.notification.getFirst();
        for (int i = 0; i < 60; i++) {
            var to = "svar-" + i + "@example.org";
            var left =
                    two.register
                            .get(i % 2)
                            .http()
                            .put(
                                    Crowd.REGISTER + "leads/svar-" + i,
                                    null,
                                    Map.of("wish", "svar", "email", to, "mayForward", true));
            assertThat(left.status()).as(left.raw().body()).isEqualTo(201);
            wanted.add(to);
            numbers.add(left.json().get("number").asString());
            if (i == 30) {
                await().until(() -> !receipts().isEmpty());
                killed.kill();
            }
        }
        killed.launchAgain();
        killed.awaitReady();
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(receipts().keySet()).containsAll(wanted));
        var mails = receipts();
        long doubled = mails.values().stream().filter(ids -> ids.size() > 1).count();
        System.out.printf(
                "several instances: %d mails by two instances, one killed: %d doubled%n",
                mails.size(), doubled);
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(doubled).as("more than were in flight").isLessThanOrEqualTo(MAIL_LINES);
        for (var ids : mails.values()) {
            assertThat(new HashSet<>(ids)).as("a double is to be recognised").hasSize(1);
        }
    }

    /** The ids of the mails each resident got. */
    private static Map<String, List<String>> receipts() {
        var receipts = new HashMap<String, List<String>>();
        for (var mail : two.mails()) {
            var to = mail.recipients().getFirst();
            if (to.startsWith("svar-")) {
                receipts.computeIfAbsent(to, _ -> new ArrayList<>()).add(mail.messageId());
            }
        }
        return receipts;
    }

    private static double lateDuplicates() {
        return two.register.stream()
                .mapToDouble(it -> it.figure("foreningstorget_late_duplicates"))
                .sum();
    }

    private static TopicFromStart associations() {
        return TopicFromStart.read(two.kafka(), RegisterTopics.ASSOCIATIONS.name());
    }

    private static int book(int instance, String day, String id, String hour) {
        return two.venue
                .get(instance)
                .http()
                .put(
                        Crowd.VENUE + "salen/days/" + day + "/bookings/" + id,
                        staff,
                        Map.of(
                                "from", hour + ":00",
                                "to", hour + ":59",
                                "association", "raa-museiforening"))
                .status();
    }
}
