package se.foreningstorget.standalone;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;

/** The whole system as a process that is killed again and again while it is written to. */
public final class Crashes {
    static final int CLIENTS = 6;

    private Crashes() {}

    /**
     * What came of it.
     *
     * @param check the exit code of {@code ./operate check}
     * @param differences between copies and sources, as the stopped store shows them
     * @param recovery the longest time from a kill to ready again, in seconds
     */
    public record Outcome(
            int kills,
            Witness.Verdict verdict,
            int mails,
            int check,
            List<String> differences,
            double recovery,
            double stopped) {

        List<String> doubledOtherThanMails() {
            return verdict.doubled().stream().filter(what -> !what.contains(" mails to ")).toList();
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d kills, %s, %d mails, copies %s, ready again within %.1f s, stopped in %.1f s",
                    kills,
                    verdict,
                    mails,
                    check == 0 && differences.isEmpty() ? "equal their sources" : differences,
                    recovery,
                    stopped);
        }
    }

    public static Outcome run(Path data, int kills) throws InterruptedException {
        var witness = new Witness("krock");
        var square = ChildSquare.start(data);
        double slowest = 0;
        for (int kill = 0; kill < kills; kill++) {
            writeUntilKilled(square, witness);
            long killed = System.nanoTime();
            square = ChildSquare.start(data);
            slowest = Math.max(slowest, (System.nanoTime() - killed) / 1e9);
        }
        var last = square;
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> witness.awaitingMail(recipients(last)).isEmpty());
        int check =
                Operate.run(
                        new PrintWriter(Writer.nullWriter()), "check", "--data", data.toString());
        var mails = recipients(square);
        var verdict = witness.judge(square.http(), square.as("staff"), mails);
        double stopped = square.stop();
        var differences = Aftermath.settled(data, () -> ChildSquare.start(data));
        return new Outcome(kills, verdict, mails.size(), check, differences, slowest, stopped);
    }

    private static void writeUntilKilled(ChildSquare square, Witness witness)
            throws InterruptedException {
        var staff = square.as("staff");
        try (var load = new Load(witness, square::http, () -> staff).by(CLIENTS)) {
            int enough = ThreadLocalRandom.current().nextInt(5, 120);
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(2))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> load.answered() >= enough);
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(20_000_000));
            square.kill();
        }
    }

    /** To whom a mail came, one entry a mail. */
    static List<String> recipients(ChildSquare square) {
        var recipients = new ArrayList<String>();
        for (var mail : square.http().get("/mailbox/mails", null).json()) {
            recipients.add(mail.get("recipients").get(0).asString());
        }
        return recipients;
    }
}
