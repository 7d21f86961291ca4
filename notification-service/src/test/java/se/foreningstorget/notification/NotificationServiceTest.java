package se.foreningstorget.notification;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.foreningstorget.eventkit.testing.RunningService.token;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.foreningstorget.contracts.Language;
import se.foreningstorget.contracts.calendar.CalendarEvent;
import se.foreningstorget.contracts.calendar.CalendarEventEvent.EventPublished;
import se.foreningstorget.contracts.calendar.CalendarTopics;
import se.foreningstorget.contracts.calendar.EventCategory;
import se.foreningstorget.contracts.calendar.EventFacts;
import se.foreningstorget.contracts.calendar.EventId;
import se.foreningstorget.contracts.calendar.EventStatus;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.contracts.register.Forward;
import se.foreningstorget.contracts.register.Lead;
import se.foreningstorget.contracts.register.LeadEvent;
import se.foreningstorget.contracts.register.LeadEvent.LeadForwarded;
import se.foreningstorget.contracts.register.LeadEvent.LeadWithdrawn;
import se.foreningstorget.contracts.register.LeadId;
import se.foreningstorget.contracts.register.LeadStatus;
import se.foreningstorget.contracts.register.RegisterTopics;
import se.foreningstorget.contracts.register.Resident;
import se.foreningstorget.embedded.ReceivedMail;
import se.foreningstorget.eventkit.TopicKeeper;
import se.foreningstorget.eventkit.testing.Http;
import se.foreningstorget.eventkit.testing.RunningService;
import se.foreningstorget.eventkit.web.Role;
import se.foreningstorget.testkit.Platform;

/** The service as its callers, the other services and people's mailboxes meet it. */
class NotificationServiceTest {
    private static final String API = "/api/notification/v1";
    private static final ZoneId CITY = ZoneId.of("Europe/Stockholm");
    private static final Pattern LINK = Pattern.compile("https://square\\.example\\.org/(\\S+)");

    private static RunningService service;
    private static Records records;

    @BeforeAll
    static void start() {
        var platform = Platform.shared();
        new TopicKeeper(platform.bootstrapServers(), (short) 1)
                .owning(RegisterTopics.ALL)
                .owning(CalendarTopics.ALL)
                .start();
        service =
                RunningService.start(
                        NotificationService.class,
                        NotificationService.NAME,
                        platform.bootstrapServers(),
                        platform.mongoUri("notification-service"),
                        Map.of(
                                "foreningstorget.smtp.port",
                                platform.smtpPort(),
                                "foreningstorget.public-url",
                                "https://square.example.org"));
        records = new Records(platform.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        records.close();
        service.close();
    }

    private static List<ReceivedMail> mailsTo(String address) {
        return Platform.shared().mailbox().mails().stream()
                .filter(mail -> mail.recipients().contains(address))
                .toList();
    }

    private static ReceivedMail awaitMail(String address, int number) {
        await().atMost(Duration.ofSeconds(30)).until(() -> mailsTo(address).size() >= number);
        return mailsTo(address).get(number - 1);
    }

    /** What stands behind the last slash of the mail's first link. */
    private static String key(ReceivedMail mail) {
        var link = LINK.matcher(mail.text());
        assertThat(link.find()).isTrue();
        return link.group(1).substring(link.group(1).lastIndexOf('/') + 1);
    }

    private static Http.Reply ask(String id, String email) {
        return service.put(API + "/subscriptions/" + id, null, Map.of("email", email));
    }

    private static String subscribed(String id, String email) {
        assertThat(ask(id, email).status()).isEqualTo(202);
        var key = key(awaitMail(email, 1));
        var confirmed =
                service.post(API + "/subscriptions/confirmations", null, Map.of("key", key));
        assertThat(confirmed.status()).isEqualTo(200);
        return key;
    }

    private static int form(String path, String type, String body) {
        return service.send("POST", path, null, body, "Content-Type", type, "Accept", "text/html")
                .status();
    }

    private static String status(String key) {
        var link = service.get(API + "/subscriptions/links/" + key, null);
        assertThat(link.status()).isEqualTo(200);
        return link.json().get("status").asString();
    }

    private static void publishEvent(String id, EventStatus status, LocalDateTime start) {
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

    @Test
    void theWholeWayOfANewsletter() {
        var address = "anna@example.org";
        var asked = ask("wish-1", address);
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.raw().body()).isEqualTo("{\"id\":\"wish-1\",\"status\":\"asked\"}");
        var mail = awaitMail(address, 1);
        assertThat(mail.text()).contains("https://square.example.org/newsletter/confirm/");
        var key = key(mail);

        // A scanner that opens the link changes nothing.
        assertThat(status(key)).isEqualTo("asked");
        var link = service.get(API + "/subscriptions/links/" + key, null).json();
        assertThat(link.get("email").asString()).isEqualTo("a***@example.org");
        assertThat(service.get(API + "/subscriptions/confirmations", null).status()).isIn(404, 405);
        assertThat(status(key)).isEqualTo("asked");

        var body = Map.of("key", key);
        for (int times = 0; times < 2; times++) {
            var confirmed = service.post(API + "/subscriptions/confirmations", null, body);
            assertThat(confirmed.status()).isEqualTo(200);
            assertThat(confirmed.json().get("status").asString()).isEqualTo("active");
        }

        var soon = LocalDateTime.now(CITY).plusDays(3).withHour(13).withMinute(0);
        publishEvent("sing-with-us", EventStatus.SCHEDULED, soon);
        publishEvent("called-off", EventStatus.CANCELLED, soon);
        publishEvent("far-off", EventStatus.SCHEDULED, soon.plusDays(60));
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
        var newsletter = awaitMail(address, 2);
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
        assertThat(status(key)).isEqualTo("active");
        var encoded = "application/x-www-form-urlencoded";
        assertThat(form(oneClick, encoded, "List-Unsubscribe=One-Click")).isEqualTo(200);
        assertThat(status(key)).isEqualTo("ended");

        var next = API + "/newsletters/january";
        service.put(next, staff, Map.of("subject", "Nytt i januari", "text", "Hej igen!"));
        service.post(next + "/sending", staff, "{}");
        await().until(() -> service.get(next, staff).json().hasNonNull("recipients"));
        assertThat(mailsTo(address)).hasSize(2);
        var list = service.get(API + "/newsletters?status=sent", staff);
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.json().get("total").asInt()).isEqualTo(2);
    }

    @Test
    void whoAsksAgainIsAnsweredAlikeAndMailedAsFits() {
        var address = "Bo.Ek@example.org";
        var key = subscribed("bo-1", address);
        var again = ask("bo-2", "bo.ek@EXAMPLE.org");
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.json().get("status").asString()).isEqualTo("asked");
        var mail = awaitMail(address, 2);
        assertThat(mail.subject()).isEqualTo("Du får redan nyhetsbrevet");
        assertThat(mail.text()).contains("https://square.example.org/newsletter/end/" + key);
        ask("bo-2", address); // a repeat
        ask("bo-1", address); // a late repeat of the first
        assertThat(ask("bo-3", address).status()).isEqualTo(202);
        awaitMail(address, 3);
        assertThat(ask("bo-4", address).status()).isEqualTo(202); // the fourth within an hour
        var ended = service.post(API + "/subscriptions/endings", null, Map.of("key", key));
        assertThat(ended.json().get("status").asString()).isEqualTo("ended");
        subscribed("cilla-1", "cilla@example.org"); // whatever else was queued has gone before
        assertThat(mailsTo(address)).hasSize(3);
    }

    @Test
    void oneClickWorksInTheOtherEncodingToo() {
        var key = subscribed("david-1", "david@example.org");
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
        assertThat(form(path, type, multipart)).isEqualTo(200);
        assertThat(status(key)).isEqualTo("ended");
        assertThat(form(path, type, multipart)).isEqualTo(200);
        assertThat(form(path, "application/x-www-form-urlencoded", "x=y")).isEqualTo(400);
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
            var refused = ask("wrong-1", wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(400);
            assertThat(refused.json().get("code").asString()).isEqualTo("invalid-fields");
        }
        assertThat(ask("Not An Id".replace(" ", "%20"), "a@example.org").status()).isEqualTo(400);
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
    void staffSeeSubscribersMasked() {
        subscribed("eva-1", "eva@example.org");
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

    @Test
    void anAssociationHearsOfALeadOnceAndNothingAboutThePerson() {
        var id = new LeadId("lead-1");
        var resident = new Resident("Greta Lind", "greta@example.org", "042-10 50 00", Language.EN);
        var forward =
                Forward.sent(
                        new AssociationId("choir"),
                        "Råå kör",
                        "kor@example.org",
                        "forward-key",
                        Instant.now());
        var now = Instant.now();
        var lead = lead(id, resident, forward, LeadStatus.FORWARDED);
        LeadEvent forwarded = new LeadForwarded(id, List.of(forward), "staff", now);
        records.publish(RegisterTopics.LEADS, id.value(), 2, forwarded, lead, now);
        records.publish(RegisterTopics.LEADS, id.value(), 2, forwarded, lead, now);
        var mail = awaitMail("kor@example.org", 1);
        assertThat(mail.subject()).isEqualTo("En intresseanmälan väntar på er");
        assertThat(mail.text())
                .contains("https://square.example.org/leads/lead-1/answer/choir/forward-key");
        var whole = mail.subject() + mail.text() + mail.headers() + mail.messageId();
        for (var personal :
                List.of("Greta", "Lind", "greta@", "042", "10 50 00", "sjunga", "kören")) {
            assertThat(whole).doesNotContainIgnoringCase(personal);
        }
        var told = awaitMail("greta@example.org", 1);
        assertThat(told.subject()).isEqualTo("Your expression of interest 481-372 has been sent");
        assertThat(told.text()).contains("Råå kör").contains("/leads/lead-1/receipt/receipt-key");

        records.publish(
                RegisterTopics.LEADS,
                id.value(),
                3,
                new LeadWithdrawn(id, now),
                lead(id, resident, forward, LeadStatus.WITHDRAWN),
                Instant.now());
        var withdrawn = awaitMail("kor@example.org", 2);
        assertThat(withdrawn.subject()).isEqualTo("En intresseanmälan har tagits tillbaka");
        assertThat(withdrawn.text()).contains("481-372").doesNotContain("Greta");
        assertThat(mailsTo("kor@example.org")).hasSize(2);
        assertThat(mailsTo("greta@example.org")).hasSize(1);
    }

    private static Lead lead(LeadId id, Resident resident, Forward forward, LeadStatus status) {
        return new Lead(
                id,
                "481-372",
                "Jag vill sjunga i kören",
                resident,
                "receipt-key",
                "anonymous",
                status,
                List.of(requireNonNull(forward)),
                Instant.now());
    }
}
