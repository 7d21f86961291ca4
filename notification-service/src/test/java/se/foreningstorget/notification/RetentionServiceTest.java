package se.foreningstorget.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static se.foreningstorget.eventkit.testing.RunningService.token;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.foreningstorget.eventkit.web.Role;

/** By which rules records are disposed of can be read. */
@ExtendWith(TheSquare.class)
class RetentionServiceTest {
    private final Square square;

    RetentionServiceTest(Square square) {
        this.square = square;
    }

    @Test
    void staffReadTheRules() {
        var path = Square.API + "/retention";
        assertThat(square.service().get(path, null).status()).isEqualTo(401);
        assertThat(square.service().get(path, token(Role.VENUE_MANAGER)).status()).isEqualTo(403);
        var rules = square.service().get(path, token(Role.STAFF)).json();
        assertThat(rules.get("examples").asBoolean()).isTrue();
        assertThat(rules.get("rules").valueStream().map(it -> it.get("kind").asString()))
                .containsExactlyInAnyOrder(
                        "subscription-unconfirmed",
                        "subscription-ended",
                        "mail",
                        "failed-mail",
                        "ask-limit");
    }
}
