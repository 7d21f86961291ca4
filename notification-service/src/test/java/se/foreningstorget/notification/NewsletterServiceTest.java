package se.foreningstorget.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.foreningstorget.eventkit.testing.RunningService.token;
import static se.foreningstorget.notification.Square.API;
import static se.foreningstorget.notification.Square.CITY;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.foreningstorget.contracts.calendar.EventStatus;
import se.foreningstorget.eventkit.testing.RunningService;
import se.foreningstorget.eventkit.web.Role;

/** A newsletter, from the first request to the last mail. */
@ExtendWith(TheSquare.class)
class NewsletterServiceTest {
    private final Square square;
    private final RunningService service;

    NewsletterServiceTest(Square square) {
        this.square = square;
        this.service = square.service();
    }

    @Test
    void theWholeWayOfANewsletter() {
        var address = "anna@example.org";
        var asked = square.ask("wish-1", address);
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.raw().body()).isEqualTo("{\"id\":\"wish-1\",\"status\":\"asked\"}");
        var mail = square.awaitMail(address, 1);
        assertThat(mail.text()).contains("https://square.example.org/newsletter/confirm/");
        var key = Square.key(mail);

        // A scanner that opens the link changes nothing.
        assertThat(square.status(key)).isEqualTo("asked");
        var link = service.get(API + "/subscriptions/links/" + key, null).json();
        assertThat(link.get("email").asString()).isEqualTo("a***@example.org");
        assertThat(service.get(API + "/subscriptions/confirmations", null).status()).isIn(404, 405);
        assertThat(square.status(key)).isEqualTo("asked");

        var body = Map.of("key", key);
        for (int times = 0; times < 2; times++) {
            var confirmed = service.post(API + "/subscriptions/confirmations", null, body);
            assertThat(confirmed.status()).isEqualTo(200);
            assertThat(confirmed.json().get("status").asString()).isEqualTo("active");
        }

        var soon = LocalDateTime.now(CITY).plusDays(3).withHour(13).withMinute(0);
        square.publishEvent("sing-with-us", EventStatus.SCHEDULED, soon);
        square.publishEvent("called-off", EventStatus.CANCELLED, soon);
        square.publishEvent("far-off", EventStatus.SCHEDULED, soon.plusDays(60));
        var issue = API + "/newsletters/december";
        var staff = token(Role.STAFF);
        var draft =
                service.put(
                        issue,
                        staff,
                        Map.of("subject", "Nytt i december", "text", "Hej alla!\nVälkomna."));
        assertThat(draft.status()).isEqualTo(201);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> service.get(issue, staff).json().get("events").size() == 1);

        for (int times = 0; times < 2; times++) {
            var sent = service.post(issue + "/sending", staff, "{}");
            assertThat(sent.status()).isEqualTo(200);
            assertThat(sent.json().get("status").asString()).isEqualTo("sent");
        }
        var newsletter = square.awaitMail(address, 2);
        assertThat(newsletter.subject()).isEqualTo("Nytt i december");
        assertThat(newsletter.text())
                .contains("Hej alla!")
                .contains("kl. 13:00")
                .contains("Öppet hus: sing-with-us")
                .contains("Råå kör, Råå bibliotek")
                .contains("https://square.example.org/events/sing-with-us")
                .contains("https://square.example.org/newsletter/end/" + key)
                .doesNotContain("called-off")
                .doesNotContain("far-off");
        assertThat(newsletter.headers().get("List-Unsubscribe"))
                .containsExactly("<https://square.example.org" + API + "/unsubscribe/" + key + ">");
        assertThat(newsletter.headers().get("List-Unsubscribe-Post"))
                .containsExactly("List-Unsubscribe=One-Click");
        assertThat(newsletter.headers().get("Precedence")).containsExactly("bulk");
        await().until(() -> service.get(issue, staff).json().hasNonNull("recipients"));
        assertThat(service.get(issue, staff).json().get("recipients").asInt())
                .isGreaterThanOrEqualTo(1);
        var changed = service.put(issue, staff, Map.of("subject", "Annat", "text", "Annat"));
        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.json().get("code").asString()).isEqualTo("newsletter-sent-already");

        var oneClick = API + "/unsubscribe/" + key;
        assertThat(service.get(oneClick, null).status()).isEqualTo(405);
        assertThat(service.post(oneClick, null, Map.of()).status()).isEqualTo(415);
        assertThat(square.status(key)).isEqualTo("active");
        var encoded = "application/x-www-form-urlencoded";
        assertThat(square.form(oneClick, encoded, "List-Unsubscribe=One-Click")).isEqualTo(200);
        assertThat(square.status(key)).isEqualTo("ended");

        var next = API + "/newsletters/january";
        service.put(next, staff, Map.of("subject", "Nytt i januari", "text", "Hej igen!"));
        service.post(next + "/sending", staff, "{}");
        await().until(() -> service.get(next, staff).json().hasNonNull("recipients"));
        assertThat(square.mailsTo(address)).hasSize(2);
        var list = service.get(API + "/newsletters?status=sent", staff);
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.json().get("total").asInt()).isEqualTo(2);
    }
}
