package se.foreningstorget.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a form says when something in it is wrong, and what it sends again. */
class WrongFormsTest {
    private static final String ID = "7d1f0a52-0000-4000-8000-000000000001";
    private static final String LEAD =
            "id=" + ID + "&wish=Sjunga&email=ali%40example.org&language=sv&mayForward=true";
    private static final String PUT_LEAD = "PUT /api/register/v1/leads/" + ID;
    private static final String IN_USE = "{\"code\":\"id-in-use\",\"detail\":\"Upptaget.\"}";

    private static Site site;

    @BeforeAll
    static void open() {
        site = new Site();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void forget() {
        site.api.forget();
    }

    @Test
    void everyErrorNamesItsFieldInTheOrderOfTheForm() {
        var body = site.post("/leads", "id=" + ID + "&name=Ali").body();
        assertThat(body)
                .containsSubsequence(
                        "<a href=\"#f-wish\"><b>Vad vill du göra?</b> – Skriv vad du vill göra.",
                        "<a href=\"#f-email\"><b>E-post</b> – ",
                        "<a href=\"#f-mayForward\"><b>Får vi skicka det vidare?</b> – ");
    }

    @Test
    void aTextThatIsTooLongSaysHowLongItIsAndMayBe() {
        var reply = site.post("/leads", LEAD + "&name=" + "n".repeat(201));
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body())
                .contains("<b>Namn</b> – Texten är för lång: 201 tecken. Korta ned den till")
                .contains("n".repeat(201))
                .doesNotContain("eller delar");
        assertThat(site.api.asked()).isEmpty();
    }

    @Test
    void anAddressAndANumberSayWhatTheyShouldLookLike() {
        var reply = site.post("/leads", "wish=x&mayForward=true&email=ali&phone=ring");
        assertThat(reply.body())
                .contains("<b>E-post</b> – Det här är ingen e-postadress. Skriv den som")
                .contains("<b>Telefon</b> – Det här är inget telefonnummer.");
        var day = "id=x&organizer=kor&title=T&start=2026-02-31T10:00&end=imorgon";
        assertThat(site.post("/events", day, "Cookie", "token=" + Site.EDITOR).body())
                .contains("<b>Börjar</b> – Det finns ingen sådan dag")
                .contains("<b>Slutar</b> – Det finns ingen sådan dag");
        assertThat(site.api.asked()).isEmpty();
    }

    @Test
    void theShortWordsOfTheApiBecomeASentenceThatIsSaidOnce() {
        site.api.answering(
                PUT_LEAD,
                400,
                "{\"code\":\"invalid-fields\",\"detail\":\"Några uppgifter behöver rättas.\","
                        + "\"errors\":[{\"field\":\"phone\",\"text\":\"har fel form\"},"
                        + "{\"field\":\"phone\",\"text\":\"ska vara kortare\"}]}");
        var body = site.post("/leads", LEAD).body();
        assertThat(body)
                .contains("<a href=\"#f-phone\">Telefon har fel form. Ändra det och skicka igen.")
                .doesNotContain("Några uppgifter behöver rättas", "ska vara kortare");
        assertThat(body.split("Telefon har fel form", -1)).as("summary and field").hasSize(3);
    }

    @Test
    void aRowNamesItselfToo() {
        var form = "name=Kor&contacts[1].name=Bo&contacts[1].email=bo";
        assertThat(site.post("/my-association/kor/edit", form).body())
                .contains("<a href=\"#f-contacts-1-email\"><b>Kontakt 2, E-post</b> – ");
    }

    @Test
    void controlCharactersAreToldAndTheRestIsKept() {
        var reply = site.post("/leads", LEAD + "&name=A%00li%1B&phone=070-174%0006%2005");
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body())
                .contains("<b>Namn</b> – Texten hade osynliga tecken")
                .contains("value=\"Ali\"", "value=\"070-17406 05\"")
                .doesNotContain("\u0000", "\u001b");
        assertThat(site.api.asked()).isEmpty();
        assertThat(site.post("/leads", LEAD + "&name=Ali").statusCode()).isEqualTo(303);
    }

    @Test
    void aLineBreakWhereThereIsOneLineIsRefusedAndAroundItTrimmed() {
        var reply = site.post("/leads", LEAD + "&name=Ali%0D%0ABcc%3A+x");
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains("<b>Namn</b> – ", "value=\"Ali Bcc: x\"");
        assertThat(site.post("/leads", LEAD + "&name=Ali%0D%0A").statusCode()).isEqualTo(303);
        assertThat(site.api.last("PUT").body()).contains("\"name\":\"Ali\"");
    }

    @Test
    void whatIsHiddenOrInAnAddressBreaksNothing() {
        assertThat(site.post("/leads", LEAD.replace(ID, ID + "%00")).statusCode()).isEqualTo(303);
        assertThat(site.post("/my-association/kor/edit", "name=K&etag=%22%0D%0Ax%22").statusCode())
                .isEqualTo(303);
        assertThat(site.get("/associations?q=k%00%C3%B6r&tag=a%00").statusCode()).isEqualTo(200);
        assertThat(site.api.asked().stream().filter(it -> it.query().startsWith("q=")))
                .allSatisfy(it -> assertThat(it.query()).isEqualTo("q=kör&tag=a"));
        var odd = "/leads/" + ID + "/receipt/%E2%82%AC%0Ax";
        assertThat(site.get(odd).statusCode()).isEqualTo(404);
        assertThat(site.get("/venues", "Cookie", "seen=venue%7Ca%0Ab").statusCode()).isEqualTo(200);
        var token = Site.STAFF.replaceFirst("c2ln$", "%0A");
        assertThat(site.get("/venues", "Cookie", "token=" + token).statusCode()).isEqualTo(200);
    }

    @Test
    void aFormSentBeforeLeadsToItsReceiptAndCanBeSentAsNew() {
        var sent = site.post("/leads", LEAD);
        var cookie =
                sent.headers().allValues("Set-Cookie").stream()
                        .filter(it -> it.startsWith("receipt="))
                        .findFirst()
                        .orElseThrow();
        assertThat(cookie).contains("Path=/leads", "HttpOnly", "SameSite=Lax", "Max-Age=1800");
        site.api.answering(PUT_LEAD, 409, IN_USE);
        var kept = cookie.substring(0, cookie.indexOf(';'));
        var again = site.post("/leads", LEAD.replace("Sjunga", "Dansa"), "Cookie", kept);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body())
                .contains("Det här formuläret är redan skickat", ">Skicka som ny</button>")
                .contains("href=\"/leads/" + ID + "/receipt/nyckel\"")
                .contains("Dansa", "value=\"ali@example.org\"")
                .containsPattern("name=\"id\" value=\"[0-9a-f-]{36}\"")
                .doesNotContain("value=\"" + ID + "\"", "Upptaget.");
        var other = site.post("/leads", LEAD, "Cookie", "receipt=another/nyckel");
        assertThat(other.body()).contains("Kvittot är sidan").doesNotContain("receipt/nyckel");
    }

    @Test
    void everyFormWithAnIdTellsThatItWasSentBefore() {
        var staff = "token=" + Site.STAFF;
        site.api.answering(PUT_LEAD, 409, IN_USE);
        assertThat(site.post("/volunteer-centre/leads", LEAD, "Cookie", staff).body())
                .contains("href=\"/volunteer-centre/leads/" + ID + "\"", "Skicka som ny");
        var day = "/venues/kulturhuset/days/2026-12-05/bookings/" + ID;
        site.api.answering("PUT /api/venue/v1" + day, 409, IN_USE);
        var booking = "id=" + ID + "&day=2026-12-05&from=18:00&to=20:00&association=kor";
        assertThat(site.post("/venues/kulturhuset/bookings", booking, "Cookie", staff).body())
                .contains("href=\"/venues/kulturhuset?day=2026-12-05\">Se dagens", "Skicka som ny");
        site.api.answering(
                "PUT /api/notification/v1/newsletters/" + ID,
                409,
                "{\"code\":\"newsletter-sent-already\"}");
        var issue = "id=" + ID + "&subject=Hej&text=Hej&daysAhead=30";
        assertThat(site.post("/newsletter/compose", issue, "Cookie", staff).body())
                .contains("href=\"/newsletter/compose/" + ID + "\"", "Skicka som ny");
        site.api.answering(
                "PUT /api/calendar/v1/events/" + ID, 409, "{\"code\":\"other-organizer\"}");
        var event = "id=" + ID + "&organizer=k&title=T&start=2026-12-05T18:00&end=2026-12-05T19:00";
        assertThat(site.post("/events", event, "Cookie", staff).body())
                .contains("href=\"/events/" + ID + "\"", "Skicka som ny");
    }

    @Test
    void theOtherLanguageOfAnAnsweredFormLeadsToTheForm() {
        assertThat(site.post("/leads", "").body()).contains("href=\"/leads?lang=en\"");
        for (var form : new String[] {"/leads", "/volunteer-centre/leads", "/venues/x/bookings"}) {
            var reply = site.get(form + "?lang=en");
            assertThat(reply.statusCode()).as(form).isEqualTo(303);
            assertThat(reply.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("lang=en");
        }
    }

    @Test
    void aBookingForADayThatIsNoneBooksNothing() {
        var form = "id=" + ID + "&day=2026-02-31&from=18:00&to=20:00&association=kor";
        var reply =
                site.post("/venues/kulturhuset/bookings", form, "Cookie", "token=" + Site.STAFF);
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains("2026-02-31”").contains("value=\"18:00\"");
        assertThat(site.api.asked()).noneMatch(it -> it.method().equals("PUT"));
    }
}
