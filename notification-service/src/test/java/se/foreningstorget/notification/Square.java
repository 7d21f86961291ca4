package se.foreningstorget.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import se.foreningstorget.contracts.calendar.CalendarEvent;
import se.foreningstorget.contracts.calendar.CalendarEventEvent.EventPublished;
import se.foreningstorget.contracts.calendar.CalendarTopics;
import se.foreningstorget.contracts.calendar.EventCategory;
import se.foreningstorget.contracts.calendar.EventFacts;
import se.foreningstorget.contracts.calendar.EventId;
import se.foreningstorget.contracts.calendar.EventStatus;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.embedded.ReceivedMail;
import se.foreningstorget.eventkit.testing.Http;
import se.foreningstorget.eventkit.testing.RunningService;
import se.foreningstorget.testkit.Platform;

/** The running service, what the other services say on their topics, and people's mailboxes. */
record Square(RunningService service, Records records) implements AutoCloseable {
    static final String API = "/api/notification/v1";
    static final ZoneId CITY = ZoneId.of("Europe/Stockholm");

    private static final Pattern LINK = Pattern.compile("https://square\\.example\\.org/(\\S+)");

    List<ReceivedMail> mailsTo(String address) {
        return Platform.shared().mailbox().mails().stream()
                .filter(mail -> mail.recipients().contains(address))
                .toList();
    }

    ReceivedMail awaitMail(String address, int number) {
        await().atMost(Duration.ofSeconds(30)).until(() -> mailsTo(address).size() >= number);
        return mailsTo(address).get(number - 1);
    }

    /** What stands behind the last slash of the mail's first link. */
    static String key(ReceivedMail mail) {
        var link = LINK.matcher(mail.text());
        assertThat(link.find()).isTrue();
        return link.group(1).substring(link.group(1).lastIndexOf('/') + 1);
    }

    Http.Reply ask(String id, String email) {
        return service.put(API + "/subscriptions/" + id, null, Map.of("email", email));
    }

    String subscribed(String id, String email) {
        assertThat(ask(id, email).status()).isEqualTo(202);
        var key = key(awaitMail(email, 1));
        var confirmed =
                service.post(API + "/subscriptions/confirmations", null, Map.of("key", key));
        assertThat(confirmed.status()).isEqualTo(200);
        return key;
    }

    int form(String path, String type, String body) {
        return service.send("POST", path, null, body, "Content-Type", type, "Accept", "text/html")
                .status();
    }

    String status(String key) {
        var link = service.get(API + "/subscriptions/links/" + key, null);
        assertThat(link.status()).isEqualTo(200);
        return link.json().get("status").asString();
    }

    void publishEvent(String id, EventStatus status, LocalDateTime start) {
        var choir = new AssociationId("choir");
        var facts =
                new EventFacts(
                        "Öppet hus: " + id,
                        null,
                        EventCategory.OPEN_HOUSE,
                        start,
                        start.plusHours(2),
                        CITY,
                        "Råå bibliotek",
                        true,
                        true);
        var now = Instant.now();
        records.publish(
                CalendarTopics.EVENTS,
                id,
                1,
                new EventPublished(new EventId(id), choir, "Råå kör", facts, "editor", now),
                new CalendarEvent(
                        new EventId(id), choir, "Råå kör", facts, status, null, 1, now, now),
                now);
    }

    @Override
    public void close() {
        records.close();
        service.close();
    }
}
