package se.foreningstorget.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What forms send, keep, refuse and say. */
class FormsTest {
    private static final String ID = "7d1f0a52-0000-4000-8000-000000000001";
    private static final String LEAD =
            "id=" + ID + "&wish=Sjunga+%3Cb%3E&email=ali%40example.org&language=sv&mayForward=true";

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
    void aLeadIsSentAndItsReceiptShown() {
        var reply = site.post("/leads", LEAD + "&website=");
        assertThat(reply.statusCode()).isEqualTo(303);
        assertThat(reply.headers().firstValue("Location"))
                .hasValue("/leads/" + ID + "/receipt/nyckel");
        assertThat(reply.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("seen=register%7Cid%403")
                .contains("HttpOnly", "SameSite=Lax", "Max-Age=30");
        var sent = site.api.last("PUT");
        assertThat(sent.path()).isEqualTo("/api/register/v1/leads/" + ID);
        assertThat(sent.body())
                .contains("\"wish\":\"Sjunga <b>\"", "\"mayForward\":true")
                .doesNotContain("phone", "website");
    }

    @Test
    void whatWasJustWrittenIsAskedForInTheNextListOfThatService() {
        var unused = site.get("/volunteer-centre", "Cookie", "seen=register%7Cid%403");
        assertThat(site.api.last("GET").headers()).containsEntry("Seen", "id@3");
        unused = site.get("/venues", "Cookie", "seen=register%7Cid%403");
        assertThat(site.api.last("GET").headers()).doesNotContainKey("Seen");
    }

    @Test
    void everyFreshFormHasAnIdOfItsOwn() {
        var name = "name=\"id\" value=\"";
        var first = site.get("/leads/new").body().split(name)[1].substring(0, 36);
        var second = site.get("/leads/new").body().split(name)[1].substring(0, 36);
        assertThat(first).matches("[0-9a-f-]{36}").isNotEqualTo(second);
    }

    @Test
    void whatIsMissingIsSaidAtTheFieldAndNothingTypedIsLost() {
        var reply = site.post("/leads", "id=" + ID + "&wish=Sjunga+%3Cb%3E&name=Ali&language=sv");
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body())
                .contains("<title>Fel: ")
                .contains("href=\"#f-email\"", "href=\"#f-mayForward\"")
                .contains("value=\"" + ID + "\"", "value=\"Ali\"", "Sjunga &lt;b&gt;");
        assertThat(site.api.asked()).isEmpty();
    }

    @Test
    void whatTheApiFindsWrongIsSaidAtTheField() {
        site.api.answering(
                "PUT /api/register/v1/leads/" + ID,
                400,
                "{\"code\":\"invalid-fields\",\"detail\":\"Some of it.\",\"errors\":["
                        + "{\"field\":\"email\",\"text\":\"No address.\"},"
                        + "{\"field\":\"elsewhere\",\"text\":\"Not here.\"}]}");
        var reply = site.post("/leads", LEAD, "Cookie", "lang=en");
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body())
                .contains("<a href=\"#f-email\"><b>E-mail</b> – No address.")
                .contains("aria-invalid=\"true\" aria-describedby=\"f-email-error\"")
                .contains("<li><b>elsewhere</b> – Not here.", "value=\"ali@example.org\"");
    }

    @Test
    void aFormSurvivesThatTheApiIsAway() {
        site.api.answering("PUT /api/register/v1/leads/" + ID, 503, "{}");
        var reply = site.post("/leads", LEAD);
        assertThat(reply.statusCode()).isEqualTo(503);
        assertThat(reply.body()).contains("Allt du skrev är kvar", "Sjunga &lt;b&gt;");
    }

    @Test
    void aRobotIsStoppedAndAPersonCanGoOn() {
        var reply = site.post("/leads", LEAD + "&website=http%3A%2F%2Fx");
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains("id=\"f-website\"", "Är du en människa");
        assertThat(site.api.asked()).isEmpty();
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        assertThat(site.postFrom("cross-site", "/leads", LEAD).statusCode()).isEqualTo(403);
        assertThat(site.postFrom("same-site", "/sign-out", "").statusCode()).isEqualTo(403);
        assertThat(site.api.asked()).isEmpty();
    }

    @Test
    void aBrowserThatSaysOnlyItsOriginIsJudgedByThat() {
        var path = "/newsletter/confirm/nyckel";
        assertThat(origin(path, site.address()).statusCode()).isEqualTo(200);
        assertThat(origin(path, "https://evil.example.org").statusCode()).isEqualTo(403);
        assertThat(origin(path, "null").statusCode()).isEqualTo(403);
    }

    private static java.net.http.HttpResponse<String> origin(String path, String origin) {
        return site.send(
                java.net.http.HttpRequest.newBuilder(java.net.URI.create(site.address() + path))
                        .header("Origin", origin)
                        .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
    }

    @Test
    void lookingAtALinkFromAMailChangesNothing() {
        var unused = site.get("/newsletter/end/nyckel");
        assertThat(site.api.asked()).allSatisfy(it -> assertThat(it.method()).isEqualTo("GET"));
        assertThat(site.post("/newsletter/end/nyckel", "").statusCode()).isEqualTo(200);
        assertThat(site.api.last("POST").body()).isEqualTo("{\"key\":\"nyckel\"}");
    }

    @Test
    void anAssociationAnswersByTheKeyInItsMail() {
        var path = "/leads/" + ID + "/answer/kor/nyckel";
        assertThat(site.post(path, "message=Hej").body()).contains("Välj ett svar", "Hej");
        var reply = site.post(path, "answer=welcome&message=Kom%0D%0Asnart");
        assertThat(reply.statusCode()).isEqualTo(303);
        var sent = site.api.last("PUT");
        assertThat(sent.headers()).containsEntry("Lead-key", "nyckel");
        assertThat(sent.body()).isEqualTo("{\"answer\":\"welcome\",\"message\":\"Kom\\nsnart\"}");
    }

    @Test
    void aLeadIsWithdrawnOnlyByTheButton() {
        var reply = site.post("/leads/" + ID + "/receipt/nyckel/withdraw", "");
        assertThat(reply.statusCode()).isEqualTo(303);
        assertThat(site.api.last("DELETE").headers()).containsEntry("Lead-key", "nyckel");
    }

    @Test
    void theVolunteerCentreSendsALeadToThoseChosen() {
        var path = "/volunteer-centre/leads/" + ID + "/forwards";
        var staff = "token=" + Site.STAFF;
        assertThat(site.post(path, "", "Cookie", staff).body()).contains("Välj minst en");
        var reply = site.post(path, "associations=kor&associations=trall", "Cookie", staff);
        assertThat(reply.statusCode()).isEqualTo(303);
        assertThat(site.api.last("PUT").body()).isEqualTo("{\"associations\":[\"kor\",\"trall\"]}");
    }

    @Test
    void anAssociationKeepsItsPageTrue() {
        var reply =
                site.post(
                        "/my-association/kor/edit",
                        "etag=%223%22&name=Kor&tags=choir&beginnersWelcome=true&openToMembers="
                                + "&contacts[0].name=Noor&contacts[0].visibility=public"
                                + "&contacts[1].name=&contacts[1].visibility=city"
                                + "&contacts[2].name=Bo&contacts[2].visibility=city",
                        "Cookie",
                        "token=" + Site.EDITOR);
        assertThat(reply.statusCode()).isEqualTo(303);
        var sent = site.api.last("PUT");
        assertThat(sent.headers()).containsEntry("If-match", "\"3\"");
        assertThat(sent.body())
                .contains("\"beginnersWelcome\":true", "\"tags\":[\"choir\"]")
                .contains("[{\"name\":\"Noor\",\"visibility\":\"public\"},{\"name\":\"Bo\"")
                .doesNotContain("openToMembers");
    }

    @Test
    void aRefusedBookingSaysWhyAndKeepsTheWish() {
        site.api.answering(
                "PUT /api/venue/v1/venues/kulturhuset/days/2026-12-05/bookings/" + ID,
                409,
                "{\"code\":\"slot-taken\",\"detail\":\"Någon annan har tiden.\"}");
        var reply =
                site.post(
                        "/venues/kulturhuset/bookings",
                        "id=" + ID + "&day=2026-12-05&from=18%3A00&to=20%3A00&association=kor",
                        "Cookie",
                        "token=" + Site.EDITOR);
        assertThat(reply.statusCode()).isEqualTo(409);
        assertThat(reply.body()).contains("Någon annan har tiden.", "value=\"18:00\"");
    }

    @Test
    void whoMustSignInIsToldSo() {
        site.api.answering("GET /api/register/v1/leads", 401, "{}");
        var reply = site.get("/volunteer-centre");
        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(reply.body()).contains("Du behöver logga in", "href=\"/sign-in\"");
        site.api.answering("GET /api/register/v1/leads", 403, "{\"detail\":\"Inte du.\"}");
        assertThat(site.get("/volunteer-centre", "Cookie", "token=" + Site.EDITOR).body())
                .contains("Inte du.");
    }

    @Test
    void aSignInThatIsNoLongerValidDoesNotHideWhatIsPublic() {
        site.api.answering("GET /api/register/v1/associations", 401, "{}", Map.of());
        var unused = site.get("/associations", "Cookie", "token=" + Site.STAFF);
        assertThat(site.api.last("GET").headers()).doesNotContainKey("Authorization");
    }

    @Test
    void aMissingPageAndAMissingThingAreNotFound() {
        assertThat(site.get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(site.get("/associations/none").body()).contains("Sidan finns inte");
        assertThat(site.get("/associations/%2E%2E").statusCode()).isBetween(400, 499);
        assertThat(site.get("/venues/kulturhuset/days/x/bookings/y/cancel").statusCode())
                .isEqualTo(404);
    }

    @Test
    void anApiThatDoesNotAnswerIsSaidKindly() {
        site.api.answering("GET /api/register/v1/associations", 502, "<html>");
        var reply = site.get("/associations");
        assertThat(reply.statusCode()).isEqualTo(503);
        assertThat(reply.body()).contains("Vi är strax tillbaka");
        site.api.answering("GET /api/calendar/v1/occurrences", 500, "");
        assertThat(site.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void signingOutForgetsTheToken() {
        var reply = site.post("/sign-out", "", "Cookie", "token=" + Site.STAFF);
        assertThat(reply.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("token=;")
                .contains("Max-Age=0");
    }
}
