package se.foreningstorget.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The main job, one person after another, through the gateway alone. */
class WalkJourneyTest {
    private static final String REGISTER = "/api/register/v1";
    private static final String CALENDAR = "/api/calendar/v1";
    private static final String VENUES = "/api/venue/v1/venues";
    private static final Square SQUARE = Square.shared();
    private static final LocalDate DAY = LocalDate.now().plusDays(10);

    @BeforeAll
    static void staffEnterTwoMadeUpChoirs() {
        SQUARE.enterTwoMadeUpChoirs();
    }

    @Test
    void theRegisterHoldsTheBodiesOfTheMeetingNotes() {
        var music = search("kammarmusik");
        assertThat(names(music)).contains("Helsingborgs kammarmusikförening");
        assertThat(names(search("museiförening")))
                .contains("Råå museiförening", "Rydebäcks museiförening");
        var id = music.get("items").get(0).get("id").asString();
        var entry = SQUARE.get(REGISTER + "/associations/" + id, null).json();
        assertThat(entry.get("source").asString()).isEqualTo("meeting-notes-2016");
        assertThat(entry.get("note").asString())
                .isEqualTo("från mötesanteckningarna 2016, inte bekräftat");
        var all = SQUARE.get(REGISTER + "/associations?limit=200", null).json();
        long imported = 0;
        for (var item : all.get("items")) {
            imported += item.get("source").asString().equals("meeting-notes-2016") ? 1 : 0;
        }
        assertThat(imported).isEqualTo(51);
    }

    @Test
    void aLeadFindsItsChoirs() {
        var left =
                SQUARE.put(
                        REGISTER + "/leads/lead-by-mail",
                        null,
                        Map.of(
                                "wish", "vill sjunga i kör",
                                "name", "Provperson Påhittad",
                                "email", "sangare@example.org",
                                "mayForward", true));
        assertThat(left.status()).isEqualTo(201);
        var number = left.json().get("number").asString();
        assertThat(number).matches("[0-9]{3}-[0-9]{3}");

        var centre = SQUARE.as("volunteer-centre");
        SQUARE.getUntilContains("lead-by-mail", REGISTER + "/leads?q=" + number, centre);
        var suggestions =
                SQUARE.getUntilContains(
                                "Exempelkören",
                                REGISTER + "/leads/lead-by-mail/suggestions",
                                centre)
                        .json();
        for (var suggestion : suggestions.get("items")) {
            assertThat(suggestion.get("reasons").isEmpty()).isFalse();
            assertThat(suggestion.get("name").asString())
                    .isNotEqualTo("Kommunala Pensionärsrådet")
                    .isNotEqualTo("Volontärcenter Helsingborgs stad");
        }
        var forwarded =
                SQUARE.put(
                        REGISTER + "/leads/lead-by-mail/forwards",
                        centre,
                        Map.of("associations", List.of("exempelkoren", "provsangarna")));
        assertThat(forwarded.json().get("status").asString()).isEqualTo("forwarded");

        var toChoir = SQUARE.awaitMailsTo("kontakt@exempelkoren.example.org", 1);
        var toOther = SQUARE.awaitMailsTo("ordf@provsangarna.example.org", 1);
        assertThat(toChoir.getFirst().toString() + toOther.getFirst())
                .doesNotContain("Provperson", "sangare@example.org", "sjunga");
        assertThat(SQUARE.awaitMailsTo("sangare@example.org", 2).getLast().get("text").asString())
                .contains("Exempelkören", "Provsångarna");

        var link = SQUARE.link(toChoir.getFirst(), "/leads/lead-by-mail/answer/exempelkoren/");
        var answered =
                SQUARE.put(
                        REGISTER + "/leads/lead-by-mail/forwards/exempelkoren/answer",
                        null,
                        Map.of("answer", "welcome", "message", "Kom på tisdag!"),
                        "Lead-Key",
                        link.substring(link.lastIndexOf('/') + 1));
        assertThat(answered.status()).isEqualTo(200);
        var key = left.json().get("receiptKey").asString();
        var followed =
                org.awaitility.Awaitility.await()
                        .until(
                                () ->
                                        SQUARE.get(
                                                        REGISTER + "/leads/lead-by-mail",
                                                        null,
                                                        "Lead-Key",
                                                        key)
                                                .json(),
                                lead -> lead.get("history").size() == 3);
        assertThat(followed.get("status").asString()).isEqualTo("answered");
        assertThat(followed.get("history").toString()).contains("lead-left", "lead-answered");
        assertThat(SQUARE.mailsTo("kontakt@exempelkoren.example.org")).hasSize(1);
    }

    @Test
    void aLeadByTelephoneAloneIsForwardedToo() {
        var left =
                SQUARE.put(
                        REGISTER + "/leads/lead-by-phone",
                        null,
                        Map.of(
                                "wish",
                                "spela schack",
                                "phone",
                                "070-000 00 00",
                                "mayForward",
                                true));
        assertThat(left.status()).isEqualTo(201);
        var centre = SQUARE.as("volunteer-centre");
        var forwarded =
                SQUARE.put(
                        REGISTER + "/leads/lead-by-phone/forwards",
                        centre,
                        Map.of("associations", List.of("provsangarna")));
        assertThat(forwarded.status()).isEqualTo(200);
        assertThat(
                        SQUARE.get(REGISTER + "/leads/lead-by-phone", centre)
                                .json()
                                .get("tellByPhone")
                                .asBoolean())
                .isTrue();
    }

    @Test
    void nothingIsForwardedToTheImportedBodies() {
        SQUARE.put(
                REGISTER + "/leads/lead-nowhere",
                null,
                Map.of("wish", "musik", "email", "m@example.org", "mayForward", true));
        var refused =
                SQUARE.put(
                        REGISTER + "/leads/lead-nowhere/forwards",
                        SQUARE.as("volunteer-centre"),
                        Map.of("associations", List.of("raa-museiforening")));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("code").asString()).isEqualTo("association-has-no-contact");
    }

    @Test
    void anOpenHouseStandsInTheListAndTheFeed() {
        SQUARE.publishOpenHouse("oppet-hus", "Öppet hus", DAY);
        SQUARE.getUntilContains("oppet-hus", CALENDAR + "/occurrences", null);
        var feed = SQUARE.getUntilContains("oppet-hus", CALENDAR + "/events.ics", null);
        assertThat(feed.raw().body())
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("SUMMARY:Öppet hus", "BEGIN:VTIMEZONE");
    }

    @Test
    void aVenueIsBookedOnce() {
        var added =
                SQUARE.put(
                        VENUES + "/exempelsalen",
                        SQUARE.as("venue-manager"),
                        Map.ofEntries(
                                Map.entry("name", "Exempelsalen"),
                                Map.entry("type", "samlingssal"),
                                Map.entry("uses", List.of("möten", "körsång")),
                                Map.entry("equipment", List.of("piano")),
                                Map.entry("capacity", 60),
                                Map.entry("whoMayRent", "Alla föreningar"),
                                Map.entry("cost", "Gratis för föreningar"),
                                Map.entry("contact", "lokaler@example.org"),
                                Map.entry("accessibility", Map.of("stepFree", "yes")),
                                Map.entry("address", "Exempelgatan 1")));
        assertThat(added.status()).isEqualTo(201);
        var day = VENUES + "/exempelsalen/days/" + DAY;
        var booked =
                SQUARE.putUntil(
                        201,
                        day + "/bookings/ovning",
                        SQUARE.as("exempelkoren"),
                        Map.of("from", "18:00", "to", "20:00", "association", "exempelkoren"));
        assertThat(booked.json().get("status").asString()).isEqualTo("standing");
        var refused =
                SQUARE.put(
                        day + "/bookings/for-sent",
                        SQUARE.as("provsangarna"),
                        Map.of("from", "19:00", "to", "21:00", "association", "provsangarna"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("code").asString()).isEqualTo("slot-taken");
        var shown = SQUARE.get(day, null).json();
        assertThat(shown.get("taken").toString())
                .isEqualTo("[{\"from\":\"18:00\",\"to\":\"20:00\"}]");
        assertThat(shown.get("free").toString())
                .isEqualTo(
                        "[{\"from\":\"08:00\",\"to\":\"18:00\"},{\"from\":\"20:00\",\"to\":\"22:00\"}]");
    }

    private static JsonNode search(String q) {
        return SQUARE.get(
                        REGISTER
                                + "/associations?q="
                                + java.net.URLEncoder.encode(
                                        q, java.nio.charset.StandardCharsets.UTF_8),
                        null)
                .json();
    }

    private static List<String> names(JsonNode listing) {
        return listing.get("items").values().stream()
                .map(item -> item.get("name").asString())
                .toList();
    }
}
