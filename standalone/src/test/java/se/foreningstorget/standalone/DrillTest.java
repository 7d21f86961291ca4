package se.foreningstorget.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fire drill: backed up while it runs and is written to, lost, and brought back. */
class DrillTest {
    private static final String REGISTER = "/api/register/v1/associations/";

    @TempDir private Path folder;

    @Test
    void aBackedUpSquareComesBackInAnEmptyFolder() throws Exception {
        var backup = folder.resolve("backup.zip");
        var before = new ArrayList<String>();
        try (var square = SquareForBench.start(folder.resolve("first"))) {
            before.addAll(written(square, "fore", 30));
            var writing = new AtomicBoolean(true);
            var during = new AtomicInteger();
            var writer =
                    Thread.ofVirtual()
                            .start(() -> {
                                while (writing.get()) {
                                    write(square, "under-" + during.incrementAndGet());
                                }
                            });
            await().until(() -> during.get() > 3);
            assertThat(operate("first", "backup", "--to", backup.toString())).isZero();
            writing.set(false);
            writer.join();
        }

        assertThat(operate("second", "restore", "--from", backup.toString())).isZero();
        try (var square = SquareForBench.start(folder.resolve("second"))) {
            everyOneIsThere(square, before);
            mailsAreSentOnce(square, before);
            assertThat(operate("second", "check")).isZero();
            write(square, "efter");
            assertThat(operate("second", "check")).isZero();
        }
    }

    @Test
    void aLostStoreIsBroughtBackAndRolledForwardFromTheLog() throws Exception {
        var backup = folder.resolve("backup.zip");
        var all = new ArrayList<String>();
        try (var square = SquareForBench.start(folder.resolve("data"))) {
            all.addAll(written(square, "fore", 5));
            assertThat(operate("data", "backup", "--to", backup.toString())).isZero();
            all.addAll(written(square, "efter", 5));
            rename(square, "fore-1", "Ändrad efteråt");
            assertThat(operate("data", "check")).isZero();
        }
        assertThat(operate("data", "restore", "--from", backup.toString())).isEqualTo(1);
        assertThat(operate("data", "restore", "--replace", "--from", backup.toString())).isZero();
        try (var square = SquareForBench.start(folder.resolve("data"))) {
            everyOneIsThere(square, all);
            assertThat(nameOf(square, "fore-1")).isEqualTo("Ändrad efteråt");
            assertThat(operate("data", "check")).isZero();
            write(square, "till-sist");
            assertThat(numbersOfLeads(square)).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatWasChangedAfterTheBackupCanBeUndone() throws Exception {
        var backup = folder.resolve("backup.zip");
        try (var square = SquareForBench.start(folder.resolve("data"))) {
            rename(square, "korsang", "Som det var");
            assertThat(operate("data", "backup", "--to", backup.toString())).isZero();
            rename(square, "korsang", "Ett misstag");
            assertThat(operate("data", "check")).isZero();
        }
        assertThat(
                        operate(
                                "data",
                                "restore",
                                "--replace",
                                "--as-of-backup",
                                "--from",
                                backup.toString()))
                .isZero();
        try (var square = SquareForBench.start(folder.resolve("data"))) {
            assertThat(nameOf(square, "korsang")).isEqualTo("Som det var");
            assertThat(operate("data", "check")).isZero();
        }
    }

    private int operate(String data, String... arguments) {
        var all = new ArrayList<>(List.of("--data", folder.resolve(data).toString()));
        all.addAll(0, List.of(arguments));
        var said = new StringWriter();
        int code = Operate.run(new PrintWriter(said, true), all.toArray(String[]::new));
        System.out.println("./operate " + arguments[0] + ": " + said);
        return code;
    }

    private static List<String> written(SquareForBench square, String name, int count) {
        var ids = new ArrayList<String>();
        for (int i = 1; i <= count; i++) {
            write(square, name + "-" + i);
            ids.add(name + "-" + i);
        }
        return ids;
    }

    /** An association of that id, and a lead that is told of by a mail. */
    private static void write(SquareForBench square, String id) {
        rename(square, id, "Förening " + id);
        var lead =
                square.http()
                        .put(
                                "/api/register/v1/leads/lead-" + id,
                                null,
                                Map.of(
                                        "wish", "vill vara med i " + id,
                                        "email", id + "@example.org",
                                        "mayForward", true));
        assertThat(lead.status()).isEqualTo(201);
    }

    private static void rename(SquareForBench square, String id, String name) {
        var reply = square.http().put(REGISTER + id, square.as("staff"), Map.of("name", name));
        assertThat(reply.status()).as(reply.raw().body()).isBetween(200, 201);
    }

    private static String nameOf(SquareForBench square, String id) {
        return square.http().get(REGISTER + id, null).json().get("name").asString();
    }

    private static void everyOneIsThere(SquareForBench square, List<String> ids) {
        var staff = square.as("staff");
        for (var id : ids) {
            assertThat(square.http().get(REGISTER + id, null).status()).as(id).isEqualTo(200);
            assertThat(square.http().get("/api/register/v1/leads/lead-" + id, staff).status())
                    .as(id)
                    .isEqualTo(200);
        }
    }

    private static List<String> numbersOfLeads(SquareForBench square) {
        var numbers = new ArrayList<String>();
        square.http()
                .get("/api/register/v1/leads?limit=200", square.as("staff"))
                .json()
                .get("items")
                .forEach(lead -> numbers.add(lead.get("number").asString()));
        return numbers;
    }

    /** The mailbox of the second folder is empty: only what the first had not yet sent may come. */
    private static void mailsAreSentOnce(SquareForBench square, List<String> ids) {
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    var to = new ArrayList<String>();
                    for (var mail : square.http().get("/mailbox/mails", null).json()) {
                        to.add(mail.get("recipients").get(0).asString());
                    }
                    assertThat(to).doesNotHaveDuplicates();
                    assertThat(to).doesNotContain(ids.getFirst() + "@example.org");
                });
    }
}
