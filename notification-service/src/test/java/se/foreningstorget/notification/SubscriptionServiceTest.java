package se.foreningstorget.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.foreningstorget.eventkit.testing.RunningService.token;
import static se.foreningstorget.notification.Square.API;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.foreningstorget.eventkit.testing.RunningService;
import se.foreningstorget.eventkit.web.Role;

/** Asking for the newsletter, ending it, and what staff see of both. */
@ExtendWith(TheSquare.class)
class SubscriptionServiceTest {
    private final Square square;
    private final RunningService service;

    SubscriptionServiceTest(Square square) {
        this.square = square;
        this.service = square.service();
    }

    @Test
    void whoAsksAgainIsAnsweredAlikeAndMailedAsFits() {
        var address = "Bo.Ek@example.org";
        var key = square.subscribed("bo-1", address);
        var again = square.ask("bo-2", "bo.ek@EXAMPLE.org");
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.json().get("status").asString()).isEqualTo("asked");
        var mail = square.awaitMail(address, 2);
        assertThat(mail.subject()).isEqualTo("Du får redan nyhetsbrevet");
        assertThat(mail.text()).contains("https://square.example.org/newsletter/end/" + key);
        square.ask("bo-2", address); // a repeat
        square.ask("bo-1", address); // a late repeat of the first
        assertThat(square.ask("bo-3", address).status()).isEqualTo(202);
        square.awaitMail(address, 3);
        assertThat(square.ask("bo-4", address).status())
                .isEqualTo(202); // the fourth within an hour
        var ended = service.post(API + "/subscriptions/endings", null, Map.of("key", key));
        assertThat(ended.json().get("status").asString()).isEqualTo("ended");
        square.subscribed(
                "cilla-1", "cilla@example.org"); // whatever else was queued has gone before
        assertThat(square.mailsTo(address)).hasSize(3);
    }

    @Test
    void oneClickWorksInTheOtherEncodingToo() {
        var key = square.subscribed("david-1", "david@example.org");
        var multipart =
                """
                --b
                Content-Disposition: form-data; name="List-Unsubscribe"

                One-Click
                --b--
                """
                        .replace("\n", "\r\n");
        var path = API + "/unsubscribe/" + key;
        var type = "multipart/form-data; boundary=b";
        assertThat(square.form(path, type, multipart)).isEqualTo(200);
        assertThat(square.status(key)).isEqualTo("ended");
        assertThat(square.form(path, type, multipart)).isEqualTo(200);
        assertThat(square.form(path, "application/x-www-form-urlencoded", "x=y")).isEqualTo(400);
    }

    @Test
    void staffSeeSubscribersMasked() {
        square.subscribed("eva-1", "eva@example.org");
        var staff = token(Role.STAFF);
        var found =
                service.get(API + "/subscriptions?q=EVA@example.org", staff).json().get("items");
        assertThat(found.size()).isEqualTo(1);
        assertThat(found.get(0).get("email").asString()).isEqualTo("e***@example.org");
        assertThat(found.get(0).hasNonNull("confirmedAt")).isTrue();
        await().until(() ->
                service.get(API + "/subscriptions?status=active", staff).json().get("total").asInt()
                        >= 1);
        assertThat(service.get(API + "/subscriptions", staff).raw().body())
                .doesNotContain("eva@example.org");
    }
}
