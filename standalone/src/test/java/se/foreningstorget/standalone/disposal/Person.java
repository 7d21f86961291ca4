package se.foreningstorget.standalone.disposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import se.foreningstorget.eventkit.testing.Http;
import se.foreningstorget.standalone.SquareForBench;

/** Somebody made up, whose every word can be told from all others'. */
record Person(String id, String name, String email, String phone, String wish, String welcome) {
    static final Person TORBORG =
            new Person(
                    "torborgs-onskan",
                    "Torborg Qvillingefält",
                    "torborg.qvillinge@example.org",
                    "070-174 06 05",
                    "Jag drömmer om nyckelharpospelsdrömmar på onsdagar",
                    "Hjärtligt välkommen hit på onsdag Torborgsdotter");
    static final Person HALLVARD =
            new Person(
                    "hallvards-onskan",
                    "Hallvard Qvarhållen",
                    "hallvard.qvar@example.org",
                    "070-174 06 06",
                    "Jag vill gärna prova på säckpipeblåsning",
                    "Kom och blås med oss Hallvardsson");

    private static final String ASSOCIATION = "spelmanslaget-i-provet";

    /** What must not be found once the person is forgotten. */
    List<String> words() {
        return List.of(name, name.split(" ")[1], email, email.split("@")[0], phone, wish, welcome);
    }

    /** Leaves a wish that is forwarded and answered; returns the keys of the mailed links. */
    List<String> leaveAndBeWelcomed(SquareForBench square) {
        var http = square.http();
        var staff = square.as("staff");
        var contact = Map.of("name", "Kontakten", "email", "spelmanslaget@example.org");
        var association =
                Map.of(
                        "name",
                        "Spelmanslaget",
                        "contacts",
                        List.of(contact),
                        "kind",
                        "association");
        ok(http.put("/api/register/v1/associations/" + ASSOCIATION, staff, association));
        var wished =
                Map.of(
                        "wish",
                        wish,
                        "name",
                        name,
                        "email",
                        email,
                        "phone",
                        phone,
                        "mayForward",
                        true);
        var left = ok(http.put(lead(), null, wished)).json();
        ok(http.put(lead() + "/forwards", staff, Map.of("associations", List.of(ASSOCIATION))));
        var answer = Map.of("answer", "welcome", "message", welcome);
        ok(http.put(lead() + "/forwards/" + ASSOCIATION + "/answer", staff, answer));
        var keys = new ArrayList<String>();
        keys.add(left.get("receiptKey").asString());
        await().atMost(Duration.ofSeconds(30)).until(() -> mails(square).size() == 3);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> http.get(lead(), staff).json().get("history").size() == 3);
        return keys;
    }

    /** Asks for the newsletter, confirms, and has enough of it; returns the links' key. */
    String subscribeAndEnd(SquareForBench square) {
        var http = square.http();
        var api = "/api/notification/v1/subscriptions";
        int before = mails(square).size();
        ok(http.put(api + "/" + id, null, Map.of("email", email)));
        var all =
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> mails(square), mails -> mails.size() > before);
        var key =
                all.stream()
                        .map(text -> Pattern.compile("/newsletter/confirm/(\\S+)").matcher(text))
                        .filter(link -> link.find())
                        .map(link -> link.group(1))
                        .findFirst()
                        .orElseThrow();
        ok(http.post(api + "/confirmations", null, Map.of("key", key)));
        ok(http.post(api + "/endings", null, Map.of("key", key)));
        return key;
    }

    String lead() {
        return "/api/register/v1/leads/" + id;
    }

    private List<String> mails(SquareForBench square) {
        return square.http()
                .get("/mailbox/mails", null)
                .json()
                .valueStream()
                .filter(mail -> mail.get("recipients").toString().contains(email))
                .map(mail -> mail.get("text").asString())
                .toList();
    }

    private static Http.Reply ok(Http.Reply reply) {
        assertThat(reply.status()).as(reply.raw().body()).isBetween(200, 202);
        return reply;
    }
}
