package se.foreningstorget.standalone;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import se.foreningstorget.standalone.ChildPart.Kind;
import tools.jackson.databind.JsonNode;

/**
 * The system on a broker, a store and a mail server that are processes of their own; each fault is
 * done to one of them, or to the system, in the middle of writes.
 */
public final class Faults implements AutoCloseable {
    private static final int CLIENTS = 6;
    private static final int SECONDS_BEFORE = 3;
    private static final Duration LONGEST_LEASE = Duration.ofMinutes(10);
    private static final String ENVELOPE_TO = "X-Envelope-To:";

    private final ChildPart broker;
    private final ChildPart store;
    private final ChildPart mailbox;
    private final Path data;
    private ChildSquare square;

    private Faults(Path folder) {
        this.broker = ChildPart.start(Kind.BROKER, folder.resolve("broker"));
        this.store = ChildPart.start(Kind.STORE, folder.resolve("store"));
        this.mailbox = ChildPart.start(Kind.MAILBOX, folder.resolve("mailbox"));
        this.data = folder.resolve("data");
        this.square = startSquare();
    }

    /**
     * What came of one fault.
     *
     * @param answering seconds from the end of the fault until a write was accepted again
     * @param settled seconds from the end of the fault until nothing waited any more
     */
    public record Row(
            String fault,
            Witness.Verdict verdict,
            long parked,
            long republished,
            double answering,
            double settled,
            boolean copiesEqual) {

        public static final String HEAD =
                "%-34s %9s %8s %5s %8s %7s %12s %10s %8s"
                        .formatted(
                                "fault",
                                "attempted",
                                "answered",
                                "lost",
                                "doubled",
                                "parked",
                                "republished",
                                "writes (s)",
                                "all (s)");

        @Override
        public String toString() {
            return String.format(
                            Locale.ROOT,
                            "%-34s %9d %8d %5d %8d %7d %12d %10.1f %8.1f",
                            fault,
                            verdict.attempted(),
                            verdict.acknowledged(),
                            verdict.lost().size(),
                            verdict.doubled().size(),
                            parked,
                            republished,
                            answering,
                            settled)
                    + (copiesEqual ? "" : "  COPIES DIFFER")
                    + (verdict.isClean() ? "" : "\n    " + verdict);
        }
    }

    /** Every kind of fault once, each lasting so many seconds; a row as soon as it is known. */
    public static void each(Path folder, int seconds, Consumer<Row> rows)
            throws InterruptedException {
        try (var faults = new Faults(folder)) {
            var broker = faults.broker;
            var store = faults.store;
            var mailbox = faults.mailbox;
            rows.accept(faults.row("none", seconds, () -> {}, () -> {}));
            rows.accept(faults.row("broker killed", seconds, broker::kill, broker::startAgain));
            rows.accept(faults.row("broker silent", seconds, broker::silence, broker::resume));
            rows.accept(faults.row("store killed", seconds, store::kill, store::startAgain));
            rows.accept(faults.row("store silent", seconds, store::silence, store::resume));
            rows.accept(
                    faults.row("mail server killed", seconds, mailbox::kill, mailbox::startAgain));
            rows.accept(
                    faults.row("mail server silent", seconds, mailbox::silence, mailbox::resume));
            rows.accept(
                    faults.row(
                            "system stopped (SIGSTOP)",
                            seconds,
                            () -> Signals.send("STOP", faults.square.pid()),
                            () -> Signals.send("CONT", faults.square.pid())));
            rows.accept(
                    faults.row(
                            "system killed",
                            0,
                            () -> faults.square.kill(),
                            () -> faults.square = faults.startSquare()));
        }
    }

    private ChildSquare startSquare() {
        return ChildSquare.start(
                data,
                "--kafka",
                broker.address(),
                "--mongodb",
                "mongodb://" + store.address() + "/?directConnection=true",
                "--smtp",
                mailbox.address());
    }

    private Row row(String fault, int seconds, Runnable harm, Runnable heal)
            throws InterruptedException {
        long republishedBefore = sum("republished");
        long parkedBefore = parked();
        var witness = new Witness(fault.replaceAll("[^a-z]", ""));
        long healed;
        double answering;
        try (var _ = new Load(witness, () -> square.http(), () -> square.staff()).by(CLIENTS)) {
            SECONDS.sleep(SECONDS_BEFORE);
            harm.run();
            SECONDS.sleep(seconds);
            heal.run();
            healed = System.nanoTime();
            long before = witness.acknowledged();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> witness.acknowledged() > before + 2 * CLIENTS);
            answering = (System.nanoTime() - healed) / 1e9;
        }
        Awaitility.await()
                .atMost(LONGEST_LEASE.plusMinutes(2)) // a mail in a dead courier's hands
                .ignoreExceptions()
                .until(() -> witness.awaitingMail(recipients()).isEmpty() && waiting() == 0);
        double settled = (System.nanoTime() - healed) / 1e9;
        int check =
                Operate.run(
                        new PrintWriter(Writer.nullWriter()),
                        "check",
                        "--url",
                        square.http().base().toString());
        long republished = sum("republished");
        return new Row(
                fault,
                witness.judge(square.http(), square.as("staff"), recipients()),
                parked() - parkedBefore,
                republished - (fault.equals("system killed") ? 0 : republishedBefore),
                answering,
                settled,
                check == 0);
    }

    private long waiting() {
        long waiting = sum("documents");
        for (var report : reports()) {
            for (var group : report.path("groups")) {
                waiting += group.path("records").asLong();
            }
        }
        return waiting;
    }

    private long sum(String figure) {
        long sum = 0;
        for (var report : reports()) {
            for (var topic : report.path("topics")) {
                sum += topic.path(figure).asLong();
            }
        }
        return sum;
    }

    private long parked() {
        long parked = 0;
        for (var report : reports()) {
            for (var group : report.path("groups")) {
                parked += group.path("parked").asLong();
            }
        }
        return parked;
    }

    private List<JsonNode> reports() {
        var staff = square.staff();
        return OperatorCalls.SERVICES.stream()
                .map(service ->
                        square.http().get("/api/" + service + "/v1/operations/lag", staff).json())
                .toList();
    }

    /** To whom a mail came, one entry a mail, as the mail server's folder has them. */
    private List<String> recipients() {
        var recipients = new ArrayList<String>();
        try (var mails = Files.newDirectoryStream(data.resolveSibling("mailbox"), "*.eml")) {
            for (var mail : mails) {
                Files.readAllLines(mail).stream()
                        .filter(line -> line.startsWith(ENVELOPE_TO))
                        .map(line -> line.substring(ENVELOPE_TO.length()).strip())
                        .forEach(recipients::add);
            }
            return recipients;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        square.kill();
        for (var part : List.of(mailbox, broker, store)) {
            part.close();
        }
    }
}
