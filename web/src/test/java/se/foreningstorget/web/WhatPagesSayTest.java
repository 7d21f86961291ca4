package se.foreningstorget.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pages say of what they show, and what they leave out. */
class WhatPagesSayTest {
    private static final String ID = "7d1f0a52-0000-4000-8000-000000000001";
    private static final String STAFF = "token=" + Site.STAFF;
    private static final String EDITOR = "token=" + Site.EDITOR;

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

    @ParameterizedTest
    @CsvSource({
        "waiting,'',Vi har tagit emot det",
        "forwarded,'{\"association\":\"a\"}',Din anmälan är skickad till föreningar",
        "answered,'{\"association\":\"a\",\"answer\":\"full\"}',Alla som fick din anmälan",
        "answered,'{\"association\":\"a\",\"answer\":\"full\"},{\"association\":\"b\"}',har inte",
        "withdrawn,'',Din anmälan är återtagen",
        "closed,'',Din anmälan är avslutad",
        "unheard-of,'',Din anmälan finns hos oss"
    })
    void aReceiptSaysHowFarItHasCome(String status, String forwards, String said) {
        site.api.answering(
                "GET /api/register/v1/leads/" + ID,
                200,
                "{\"id\":\"%s\",\"number\":\"1\",\"status\":\"%s\",\"wish\":\"x\",\"forwards\":[%s]}"
                        .formatted(ID, status, forwards));
        var body = site.get("/leads/" + ID + "/receipt/nyckel").body();
        assertThat(body).contains(said);
        if (!status.equals("waiting")) {
            assertThat(body).doesNotContain("Vi har tagit emot det", "läser och skickar vidare");
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-02-31", "imorgon", "2026-13-01", "%3Cb%3E"})
    void aDayThatIsNoneIsToldAndTodayIsOffered(String day) {
        var reply = site.get("/venues/kulturhuset?day=" + day);
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body())
                .contains("<a href=\"#f-day\"><b>Välj dag</b> – Dagen ”", "finns inte")
                .contains("id=\"f-day\"", "id=\"times\"")
                .doesNotContain("<b>”");
        var events = site.get("/events?from=" + day);
        assertThat(events.statusCode()).isEqualTo(400);
        assertThat(events.body()).contains("finns inte", "Stjärnnatt");
        assertThat(site.get("/venues/kulturhuset").statusCode()).isEqualTo(200);
        assertThat(site.get("/events?from=2026-12-05").statusCode()).isEqualTo(200);
    }

    @Test
    void theContactStandsWhereOneIsToldToWrite() {
        assertThat(site.get("/about/privacy").body())
                .containsSubsequence(
                        "<h2>Dina rättigheter", "href=\"mailto:", "<h2>Kakor", "</main>");
    }

    @Test
    void whatIsGuessedSaysSo() {
        site.api.answering(
                "GET /api/register/v1/leads/" + ID + "/suggestions",
                200,
                """
                {"items":[{"association":"a","name":"Gissad","hasContact":true,"note":"2016",
                 "reasons":[{"field":"activity","fragment":"sång","words":["sång"]},
                            {"field":"name","fragment":"Gissad","words":["Gissad"]}]},
                {"association":"b","name":"Sagd","hasContact":true,
                 "reasons":[{"field":"activity","fragment":"kör","words":["kör"]}]}],"total":2}
                """);
        var guessed = "</mark> <span class=\"provenance\">(gissat från 2016 års anteckningar)";
        var desk = site.get("/volunteer-centre/leads/" + ID, "Cookie", STAFF).body();
        assertThat(desk).contains("<mark>sång" + guessed, "<mark>kör</mark></li>");
        assertThat(desk).contains("<mark>Gissad</mark></li>");
        assertThat(site.get("/associations?q=s").body()).contains("<mark>sång" + guessed);
        assertThat(site.get("/associations?q=s", "Cookie", "lang=en").body())
                .contains("(guessed from the notes of 2016)");
    }

    @Test
    void choicesCanBeTakenAwayOnlyWhenThereAreAny() {
        assertThat(site.get("/associations").body()).doesNotContain("Ta bort alla val");
        assertThat(site.get("/associations?tag=&kind=").body()).doesNotContain("Ta bort alla val");
        assertThat(site.get("/associations?q=dans").body()).doesNotContain("Ta bort alla val");
        assertThat(site.get("/associations?q=dans&tag=choir").body())
                .contains("<a href=\"/associations?q=dans\">Ta bort alla val");
    }

    @Test
    void theMenuHoldsWhatIsTheVisitorsWork() {
        assertThat(site.get("/").body()).doesNotContain("Skriv nyhetsbrev", "Anmälningar till oss");
        assertThat(site.get("/", "Cookie", EDITOR).body())
                .contains("href=\"/my-association/kor/leads\"")
                .doesNotContain("Skriv nyhetsbrev");
        var staff = site.get("/newsletter/compose", "Cookie", STAFF).body();
        assertThat(staff)
                .contains("<a href=\"/newsletter/compose\" aria-current=\"true\">Skriv nyhetsbrev")
                .contains("<a href=\"/newsletter\">Nyhetsbrev");
    }

    @Test
    void aDayIsToldOnceForAllThatHappensOnIt() {
        var body = site.get("/events").body();
        assertThat(body.split("lördag 5 december 2026", -1)).hasSize(2);
        assertThat(body).contains("13:00–16:00", "15:00–17:00").doesNotContain("class=\"leaf\"");
        assertThat(site.get("/").body()).contains("class=\"leaf\"");
    }

    @Test
    void theLeadsOfAnAssociationWaitForItsEditor() {
        var reply = site.get("/my-association/kor/leads", "Cookie", EDITOR);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body())
                .contains("Anmälningar till Råå Visor och Kör", "31 anmälningar väntar på svar")
                .contains("href=\"/leads/" + ID + "/answer/kor\"", "Sjunga &lt;b&gt;högt")
                .contains("href=\"/my-association/kor/leads?status=waiting&amp;cursor=c2\"");
        assertThat(asked("/api/register/v1/associations/kor/leads")).isEqualTo("status=waiting");
        site.api.answering(
                "GET /api/register/v1/associations/kor/leads",
                200,
                "{\"items\":[{\"id\":\"x\",\"number\":\"7\",\"answer\":\"full\"}],\"total\":1}");
        site.api.asked().clear();
        assertThat(site.get("/my-association/kor/leads?status=answered", "Cookie", EDITOR).body())
                .contains("Fullt just nu", "En besvarad anmälan")
                .doesNotContain("Läs och svara");
        assertThat(asked("/api/register/v1/associations/kor/leads")).isEqualTo("status=answered");
    }

    private static String asked(String path) {
        return site.api.asked().stream()
                .filter(it -> it.path().equals(path))
                .findFirst()
                .orElseThrow()
                .query();
    }

    @Test
    void anEditorAnswersSignedInWithoutAKey() {
        var reply = site.post("/leads/" + ID + "/answer/kor", "answer=welcome", "Cookie", EDITOR);
        assertThat(reply.statusCode()).isEqualTo(303);
        assertThat(site.api.last("PUT").headers())
                .containsEntry("Authorization", "Bearer " + Site.EDITOR)
                .doesNotContainKey("Lead-key");
    }

    @Test
    void theCityPutsAnAssociationIntoTheRegister() {
        assertThat(site.get("/associations", "Cookie", STAFF).body())
                .contains("href=\"/associations/new\"");
        assertThat(site.get("/associations").body()).doesNotContain("/associations/new");
        assertThat(site.get("/associations/new").statusCode()).isEqualTo(401);
        assertThat(site.get("/associations/new", "Cookie", EDITOR).statusCode()).isEqualTo(403);
        var reply = site.post("/associations", "name=Nya+k%C3%B6ren!&tags=choir", "Cookie", STAFF);
        assertThat(reply.statusCode()).isEqualTo(303);
        assertThat(reply.headers().firstValue("Location")).hasValue("/associations/nya-koren");
        var sent = site.api.last("PUT");
        assertThat(sent.path()).isEqualTo("/api/register/v1/associations/nya-koren");
        assertThat(sent.body()).contains("\"name\":\"Nya kören!\"").doesNotContain("\"id\"");
        assertThat(site.post("/associations", "name=K&id=kor", "Cookie", STAFF).body())
                .contains("<b>Adress till sidan</b> – Adressen ”kor” hör redan till en förening");
        assertThat(site.post("/associations", "name=K&id=K%2FR", "Cookie", STAFF).body())
                .contains("<b>Adress till sidan</b> – Adressen får bara ha små bokstäver");
    }
}
