package se.foreningstorget.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static se.foreningstorget.eventkit.testing.RunningService.token;
import static se.foreningstorget.notification.Square.API;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.foreningstorget.eventkit.testing.RunningService;
import se.foreningstorget.eventkit.web.Role;

/** What is asked for wrongly is told in plain words. */
@ExtendWith(TheSquare.class)
class BadInputTest {
    private final Square square;
    private final RunningService service;

    BadInputTest(Square square) {
        this.square = square;
        this.service = square.service();
    }

    @Test
    void whatIsWrongIsSaid() {
        var unknown =
                service.post(
                        API + "/subscriptions/confirmations",
                        null,
                        Map.of("key", "0".repeat(40) + "." + "x".repeat(22)),
                        "Accept-Language",
                        "en");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().get("code").asString()).isEqualTo("unknown-link");
        assertThat(unknown.json().get("detail").asString()).startsWith("The link is not valid");
        assertThat(service.get(API + "/subscriptions/links/x", null).status()).isEqualTo(404);
        for (var wrong :
                List.of("", "anna", "a@b", "a b@example.org", "a@example.org\nBcc: b@c.d")) {
            var refused = square.ask("wrong-1", wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(400);
            assertThat(refused.json().get("code").asString()).isEqualTo("invalid-fields");
        }
        assertThat(square.ask("Not An Id".replace(" ", "%20"), "a@example.org").status())
                .isEqualTo(400);
        for (var path : List.of("/subscriptions", "/newsletters", "/newsletters/x", "/mails")) {
            assertThat(service.get(API + path, null).status()).isEqualTo(401);
            assertThat(service.get(API + path, token(Role.VENUE_MANAGER)).status()).isEqualTo(403);
        }
        var staff = token(Role.STAFF);
        assertThat(service.get(API + "/newsletters/nothing", staff).status()).isEqualTo(404);
        assertThat(service.post(API + "/newsletters/nothing/sending", staff, "{}").status())
                .isEqualTo(404);
        assertThat(service.get(API + "/mails?status=sent", staff).status()).isEqualTo(400);
        assertThat(service.get(API + "/mails?status=failed", staff).status()).isEqualTo(200);
        assertThat(service.get(API + "/subscriptions?cursor=x", staff).status()).isEqualTo(400);
    }

    @Test
    void aFilterThatCannotBe() {
        for (var list : List.of("subscriptions", "newsletters")) {
            var reply = service.get(API + "/" + list + "?status=nonsense", token(Role.STAFF));
            assertThat(reply.status()).as(list).isEqualTo(400);
            var error = reply.json().get("errors").get(0);
            assertThat(error.get("field").asString()).startsWith("status");
            assertThat(error.get("text").asString())
                    .contains(list.equals("newsletters") ? "draft, sent" : "asked, active, ended");
        }
    }
}
