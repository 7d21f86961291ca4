package se.foreningstorget.standalone;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import se.foreningstorget.eventkit.web.LocalIssuer;

/** What the console says when everything is up. */
final class Welcome {
    private Welcome() {}

    static void print(
            PrintStream out,
            String url,
            Path data,
            Backing backing,
            LocalIssuer issuer,
            long beganNanos) {
        var took = Duration.ofNanos(System.nanoTime() - beganNanos);
        out.printf("%nFöreningstorget is ready after %.1f s.%n%n", took.toMillis() / 1_000.0);
        out.println("  Pages     " + url + "/");
        out.println("  API       " + url + "/api  (one document: " + url + "/api/openapi.json)");
        backing.mailbox()
                .ifPresent(_ ->
                        out.println("  Mailbox   " + url + "/mailbox  (JSON: /mailbox/mails)"));
        out.println("  Log in    " + url + "/sign-in  (choose who to be; on this machine only)");
        out.println("  Data      " + data + "  (log: " + data.resolve("log") + ")");
        out.printf(
                "%n  Tokens for calls, good for an hour; a new one: curl %s/sign-in/tokens/staff%n",
                url);
        for (var caller : MadeUpCaller.values()) {
            out.printf("  %-17s %s%n", caller.id(), caller.token(issuer));
        }
        out.printf("%n  Ctrl-C stops.%n");
        out.flush();
    }
}
