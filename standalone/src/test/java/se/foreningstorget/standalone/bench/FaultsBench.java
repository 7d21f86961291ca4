package se.foreningstorget.standalone.bench;

import java.nio.file.Path;
import se.foreningstorget.standalone.Crashes;
import se.foreningstorget.standalone.Faults;

/**
 * Faults under writes through the gateway: what was lost, what happened twice, how long it took.
 */
final class FaultsBench {
    private static final int SECONDS_EACH = Integer.getInteger("bench.fault.seconds", 20);
    private static final int KILLS = Integer.getInteger("bench.kills", 100);

    private FaultsBench() {}

    static void run(Path folder) throws Exception {
        System.out.println(Faults.Row.HEAD);
        Faults.each(folder.resolve("parts"), SECONDS_EACH, System.out::println);
        System.out.println(
                "kill -9 of everything in one process: "
                        + Crashes.run(folder.resolve("crashes"), KILLS));
    }
}
