package se.foreningstorget.notification.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import se.foreningstorget.contracts.notification.SubscriberId;
import se.foreningstorget.testkit.Platform;

/** A mailbox gets at most three mails an hour by what others type. */
class AskLimitTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void threeAnHourAndRepeatsAreFree() {
        try (var client = MongoClients.create(Platform.shared().mongoUri("ask-limit"))) {
            var limit = new AskLimit(client.getDatabase("ask-limit"));
            var anna = new SubscriberId("anna");
            assertThat(limit.admits(anna, "1", NOW)).isTrue();
            assertThat(limit.admits(anna, "2", NOW.plusSeconds(60))).isTrue();
            assertThat(limit.admits(anna, "3", NOW.plusSeconds(120))).isTrue();
            assertThat(limit.admits(anna, "4", NOW.plusSeconds(180))).isFalse();
            assertThat(limit.admits(anna, "2", NOW.plusSeconds(180))).isTrue();
            assertThat(limit.admits(new SubscriberId("bo"), "4", NOW)).isTrue();
            var later = NOW.plus(Duration.ofHours(1));
            assertThat(limit.admits(anna, "4", later)).isTrue();
            assertThat(limit.admits(anna, "5", later)).isFalse();
        }
    }

    @Test
    void whatCountsNoMoreIsTakenAway() {
        try (var client = MongoClients.create(Platform.shared().mongoUri("ask-disposal"))) {
            var database = client.getDatabase("ask-disposal");
            var limit = new AskLimit(database);
            var later = NOW.plus(Duration.ofMinutes(30));
            limit.admits(new SubscriberId("anna"), "1", NOW);
            limit.admits(new SubscriberId("bo"), "1", NOW);
            limit.admits(new SubscriberId("bo"), "2", later);
            limit.dispose(asked -> asked.isBefore(later));
            assertThat(database.getCollection("ask-limits").find())
                    .extracting(document -> document.getString("_id"))
                    .containsExactly("bo");
        }
    }
}
