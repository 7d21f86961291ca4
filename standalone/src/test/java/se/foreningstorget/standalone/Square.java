package se.foreningstorget.standalone;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import se.foreningstorget.eventkit.testing.Http;
import tools.jackson.databind.JsonNode;

/** The whole system, started once for all journeys of this JVM. */
final class Square extends Http {
    private static final Square SHARED = start();

    private Square(URI base) {
        super(base);
    }

    static Square shared() {
        return SHARED;
    }

    private static Square start() {
        var options = new Options();
        options.port = 0;
        try {
            options.data = Files.createTempDirectory("square");
            var square = Standalone.start(options);
            Runtime.getRuntime().addShutdownHook(new Thread(square::close));
            return new Square(URI.create(square.url()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** A token of a made-up caller, as the sign-in page hands them out. */
    String as(String caller) {
        return get("/sign-in/tokens/" + caller, null).raw().body().strip();
    }

    /** The mails to an address, oldest first. */
    List<JsonNode> mailsTo(String address) {
        var mails = new ArrayList<JsonNode>();
        for (var mail : get("/mailbox/mails", null).json()) {
            if (mail.get("recipients").toString().contains('"' + address + '"')) {
                mails.add(mail);
            }
        }
        return mails;
    }

    List<JsonNode> awaitMailsTo(String address, int count) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> mailsTo(address), mails -> mails.size() >= count);
    }

    /** The path of the first link to our own pages that begins so. */
    String link(JsonNode mail, String beginning) {
        var found =
                Pattern.compile(Pattern.quote(base() + beginning) + "\\S*")
                        .matcher(mail.get("text").asString());
        if (!found.find()) {
            throw new AssertionError("no link to " + beginning + " in " + mail.get("text"));
        }
        return found.group().substring(base().toString().length());
    }

    /** The choirs most journeys are about, as staff enter them; again is harmless. */
    void enterTwoMadeUpChoirs() {
        enter("exempelkoren", "Exempelkören", "kontakt@exempelkoren.example.org");
        enter("provsangarna", "Provsångarna", "ordf@provsangarna.example.org");
    }

    private void enter(String id, String name, String email) {
        var entered =
                put(
                        "/api/register/v1/associations/" + id,
                        as("staff"),
                        Map.of(
                                "name",
                                name,
                                "description",
                                "Blandad kör som sjunger visor.",
                                "tags",
                                List.of("choir"),
                                "contacts",
                                List.of(
                                        Map.of(
                                                "name", "Kontaktpersonen",
                                                "email", email,
                                                "visibility", "city"))));
        if (entered.status() >= 300) {
            throw new AssertionError(entered.raw().body());
        }
    }

    /** An event of a made-up choir, entered by its editor. */
    void publishOpenHouse(String id, String title, LocalDate day) {
        putUntil(
                201,
                "/api/calendar/v1/events/" + id,
                as("exempelkoren"),
                Map.of(
                        "organizer",
                        "exempelkoren",
                        "title",
                        title,
                        "category",
                        "open-house",
                        "start",
                        day + "T13:00",
                        "end",
                        day + "T15:00",
                        "place",
                        "Råå"));
    }

    /** Asks again until the answer is that status: another service is about to hear. */
    Reply putUntil(int status, String path, String token, Map<String, ?> body) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> put(path, token, body), reply -> reply.status() == status);
    }

    Reply getUntilContains(String text, String path, String token) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> get(path, token), reply -> reply.raw().body().contains(text));
    }
}
