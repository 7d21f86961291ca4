package se.foreningstorget.notification.mail;

import com.mongodb.client.MongoClients;
import java.time.*;
import java.util.*;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import se.foreningstorget.contracts.Language;
import se.foreningstorget.testkit.Platform;

class TmpSpeedTest {
    @Test
    void speed() {
        var p = Platform.shared();
        try (var client = MongoClients.create(p.mongoUri("speed"))) {
            var mails = new Mails(client.getDatabase("speed"), Clock.systemUTC());
            for (int round = 0; round < 3; round++) {
                int n = 2000;
                long t = System.nanoTime();
                for (int i = 0; i < n; i++) {
                    mails.queue(
                            new Mail(
                                    "r" + round + "-" + i,
                                    "x@speed.example.org",
                                    Language.SV,
                                    "s",
                                    "text ".repeat(500),
                                    Map.of(),
                                    null));
                }
                long q = System.nanoTime();
                var settings =
                        new SmtpSettings(
                                "127.0.0.1",
                                p.smtpPort(),
                                "a@example.org",
                                "F",
                                null,
                                null,
                                null,
                                false,
                                2,
                                Duration.ofSeconds(1),
                                Duration.ofDays(5),
                                Duration.ofMinutes(10));
                var c =
                        new Courier(
                                mails,
                                new MailServer(settings, "h"),
                                _ -> true,
                                settings,
                                Clock.systemUTC(),
                                Duration.ZERO);
                c.start();
                int want = (round + 1) * n;
                Awaitility.await()
                        .atMost(Duration.ofMinutes(3))
                        .pollInterval(Duration.ofMillis(200))
                        .until(() ->
                                client.getDatabase("speed")
                                                .getCollection("mails")
                                                .countDocuments(
                                                        new org.bson.Document("status", "sent"))
                                        == want);
                long s = System.nanoTime();
                c.stop();
                System.out.println(
                        "SPEED queue/s " + n * 1e9 / (q - t) + " send/s " + n * 1e9 / (s - q));
            }
        }
    }
}
