package se.foreningstorget.standalone.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import se.foreningstorget.eventkit.testing.RunningService;
import se.foreningstorget.eventkit.web.Role;
import se.foreningstorget.testkit.Platform;

/** A made-up person's way through the square, with mistakes on it. */
final class Walk {
    static final String NAME = "Provia Påhittadotter";
    static final String MAIL = "provia.pahittadotter@example.org";
    static final String PHONE = "070-000 00 17";
    static final String WISH = "sjunga lågmält i trappuppgångar";
    static final String BOARD = "Styrelse Påhittadeson";
    static final String BOARD_MAIL = "styrelse.pahittadeson@example.org";

    /** What no log line and no label may hold; keys are added as they are handed out. */
    static final List<String> PERSONAL =
            List.of(
                    NAME,
                    "Påhitta",
                    "P%C3%A5hitta",
                    "pahitta",
                    MAIL,
                    PHONE,
                    "070-000",
                    "0700000017",
                    WISH,
                    "lågmält",
                    BOARD,
                    BOARD_MAIL);

    private final WatchedSquare square;

    Walk(WatchedSquare square) {
        this.square = square;
    }

    void go() {
        var staff = RunningService.token(Role.STAFF);
        var centre = RunningService.token(Role.VOLUNTEER_CENTRE);
        anAssociationIsEntered(staff);
        aLeadIsLeftAndForwarded(centre);
        mistakes(staff);
        aNewsletterIsAskedFor();
        pagesAreLookedAt();
    }

    private void anAssociationIsEntered(String staff) {
        var entered =
                square.put(
                        "/api/register/v1/associations/gatukoren",
                        staff,
                        Map.of(
                                "name",
                                "Gatukören",
                                "description",
                                "Sjunger.",
                                "tags",
                                List.of("choir"),
                                "contacts",
                                List.of(
                                        Map.of(
                                                "name", BOARD,
                                                "email", BOARD_MAIL,
                                                "visibility", "city"))));
        assertThat(entered.status()).isIn(200, 201);
    }

    private void aLeadIsLeftAndForwarded(String centre) {
        var left = square.put("/api/register/v1/leads/watched-lead", null, lead(MAIL));
        assertThat(left.status()).isIn(200, 201);
        assertThat(
                        square.put(
                                        "/api/register/v1/leads/watched-lead/forwards",
                                        centre,
                                        Map.of("associations", List.of("gatukoren")))
                                .status())
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(60)).until(() -> mailsTo(BOARD_MAIL) > 0);
    }

    private static long mailsTo(String address) {
        return Platform.shared().mailbox().mails().stream()
                .filter(mail -> mail.recipients().contains(address))
                .count();
    }

    private static Map<String, Object> lead(String mail) {
        return Map.of(
                "wish", WISH, "name", NAME, "email", mail, "phone", PHONE, "mayForward", true);
    }

    private void mistakes(String staff) {
        square.put("/api/register/v1/leads/watched-lead", null, lead("another." + MAIL));
        square.put("/api/register/v1/leads/bad-mail", null, lead(NAME + "@@" + MAIL));
        square.put("/api/register/v1/leads/half", null, "{\"name\": \"" + NAME + "\", \"email\": ");
        square.put("/api/register/v1/leads/odd", null, "{\"name\": {\"" + NAME + "\": 1}}");
        square.put("/api/register/v1/leads/" + encoded(MAIL), null, lead(MAIL));
        square.get("/api/register/v1/leads?q=" + encoded(NAME), staff);
        square.get("/api/register/v1/associations?limit=" + encoded(NAME), null);
        square.get("/api/register/v1/people/" + encoded(MAIL), null);
        assertThat(square.get("/api/away/v1/things?q=" + encoded(NAME), null).status())
                .isBetween(502, 504);
        square.get("/api/nowhere/" + encoded(MAIL), null);
        square.get("/no-such-page/" + encoded(MAIL) + "?mail=" + MAIL, null);
        square.put("/api/notification/v1/subscriptions/bad", null, Map.of("email", NAME));
    }

    private void aNewsletterIsAskedFor() {
        assertThat(
                        square.put(
                                        "/api/notification/v1/subscriptions/watched",
                                        null,
                                        Map.of("email", MAIL))
                                .status())
                .isIn(200, 202);
        await().atMost(Duration.ofSeconds(60)).until(() -> mailsTo(MAIL) > 1);
    }

    private void pagesAreLookedAt() {
        assertThat(square.get("/", null).status()).isEqualTo(200);
        square.get("/register?q=" + encoded(NAME), null);
        square.send(
                "POST",
                "/leads",
                null,
                "name=" + encoded(NAME) + "&email=" + encoded(MAIL),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}
