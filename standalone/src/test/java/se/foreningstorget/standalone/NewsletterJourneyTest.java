package se.foreningstorget.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A reader's way with the newsletter, through the gateway and the mailbox alone. */
class NewsletterJourneyTest {
    private static final String NOTIFICATION = "/api/notification/v1";
    private static final Square SQUARE = Square.shared();

    @BeforeAll
    static void staffEnterTwoMadeUpChoirs() {
        SQUARE.enterTwoMadeUpChoirs();
    }

    @Test
    void aNewsletterReachesItsReaderOnceAndNoMoreAfterLeaving() {
        SQUARE.publishOpenHouse("med-i-brevet", "Med i brevet", LocalDate.now().plusDays(10));
        var reader = "lasare@example.org";
        var asked =
                SQUARE.put(NOTIFICATION + "/subscriptions/ask-1", null, Map.of("email", reader));
        assertThat(asked.status()).isEqualTo(202);
        var confirm =
                SQUARE.link(SQUARE.awaitMailsTo(reader, 1).getFirst(), "/newsletter/confirm/");
        assertThat(SQUARE.get(confirm, null).status()).isEqualTo(200);
        var staff = SQUARE.as("staff");
        var issue = NOTIFICATION + "/newsletters/forsta";
        await().until(() ->
                SQUARE.put(issue, staff, Map.of("subject", "Första brevet", "text", "Hej!"))
                        .raw()
                        .body()
                        .contains("med-i-brevet"));
        var key = confirm.substring(confirm.lastIndexOf('/') + 1);
        assertThat(
                        SQUARE.post(
                                        NOTIFICATION + "/subscriptions/confirmations",
                                        null,
                                        Map.of("key", key))
                                .json()
                                .get("status")
                                .asString())
                .isEqualTo("active");
        SQUARE.post(issue + "/sending", staff, Map.of());
        SQUARE.post(issue + "/sending", staff, Map.of());
        var brev = SQUARE.awaitMailsTo(reader, 2).getLast();
        assertThat(brev.get("subject").asString()).isEqualTo("Första brevet");
        assertThat(brev.get("text").asString()).contains("Hej!", "Med i brevet");

        var unsubscribe = brev.get("headers").get("List-Unsubscribe").get(0).asString();
        var path =
                unsubscribe.replaceAll("^<" + Pattern.quote(SQUARE.base().toString()) + "|>$", "");
        assertThat(
                        SQUARE.send(
                                        "POST",
                                        path,
                                        null,
                                        "List-Unsubscribe=One-Click",
                                        "Content-Type",
                                        "application/x-www-form-urlencoded")
                                .status())
                .isEqualTo(200);
        SQUARE.put(
                NOTIFICATION + "/newsletters/andra",
                staff,
                Map.of("subject", "Andra brevet", "text", "Hej igen!"));
        SQUARE.post(NOTIFICATION + "/newsletters/andra/sending", staff, Map.of());
        SQUARE.put(
                NOTIFICATION + "/subscriptions/ask-2", null, Map.of("email", "senare@example.org"));
        SQUARE.awaitMailsTo("senare@example.org", 1); // what came after has been handled
        assertThat(SQUARE.mailsTo(reader)).hasSize(2);
    }
}
