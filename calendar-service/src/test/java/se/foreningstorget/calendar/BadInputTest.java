package se.foreningstorget.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static se.foreningstorget.calendar.CalendarHouse.EVENTS;
import static se.foreningstorget.calendar.CalendarHouse.event;
import static se.foreningstorget.calendar.CalendarHouse.with;
import static se.foreningstorget.eventkit.testing.RunningService.token;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.foreningstorget.eventkit.web.Role;

/** What makes no sense is told in plain words, and nothing comes of it. */
@ExtendWith(TheHouse.class)
class BadInputTest {
    private final CalendarHouse house;

    BadInputTest(CalendarHouse house) {
        this.house = house;
    }

    @ParameterizedTest
    @CsvSource({
        "occurrences?from=idag, not-a-moment",
        "occurrences?to=2027-02-30, not-a-moment",
        "occurrences?cursor=x, bad-cursor",
        "events?cursor=x, bad-cursor",
        "events?limit=0, invalid-fields",
        "occurrences?limit=201, invalid-fields",
        "events/Not%20An%20Id, wrong-type",
        "events/Not_an_id.ics, wrong-type",
    })
    void questionsThatMakeNoSenseAreRefused(String question, String code) {
        var refused = house.service().get("/api/calendar/v1/" + question, null);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("code").asString()).isEqualTo(code);
    }

    @Test
    void bodiesThatMakeNoSenseAreRefused() {
        var body = event("koren", "Fel", "2026-12-09T13:00", "2026-12-09T15:00");
        assertThat(code(with(body, "end", "2026-12-09T12:00"))).isEqualTo("ends-before-it-begins");
        assertThat(code(with(body, "end", "2027-12-09T12:00"))).isEqualTo("longer-than-a-month");
        assertThat(code(with(body, "start", "2026-12-09T12:00:30"))).isEqualTo("whole-minutes");
        assertThat(code(with(body, "start", "2026-12-09T12:00Z"))).isEqualTo("wrong-type");
        assertThat(code(with(body, "start", "2026-12-09"))).isEqualTo("wrong-type");
        assertThat(code(with(body, "zone", "Mars/Base"))).isEqualTo("wrong-type");
        assertThat(code(with(body, "zone", "+02:00"))).isEqualTo("zone-without-place");
        assertThat(code(with(body, "category", "party"))).isEqualTo("wrong-type");
        assertThat(code(with(body, "organizer", "Inte Ett Id"))).isEqualTo("wrong-type");
        assertThat(code(with(body, "title", "  "))).isEqualTo("invalid-fields");
        assertThat(code(with(body, "title", "x".repeat(201)))).isEqualTo("invalid-fields");
        assertThat(code(with(body, "titel", "x"))).isEqualTo("unknown-field");
        assertThat(code(Map.of("title", "x"))).isEqualTo("invalid-fields");
    }

    private String code(Map<String, ?> body) {
        var refused = house.post("fel", body, token(Role.STAFF));
        assertThat(refused.status()).isEqualTo(400);
        return refused.json().get("code").asString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status=nonsense | status | scheduled, cancelled",
                "category=party | category | open-house, information-meeting",
                "category=course&category=party | category | study-circle",
                "free=perhaps | free | true, false, unknown",
                "open-to-all=1 | open-to-all | true, false, unknown",
                "organizer=Inte%20Ett%20Id | organizer | organizer",
            })
    void aFilterThatCannotBeIsNamedWithWhatItCan(String filter, String name, String expected) {
        for (var list : List.of("events", "occurrences", "events.ics")) {
            var refused = house.service().get("/api/calendar/v1/" + list + "?" + filter, null);
            assertThat(refused.status()).as(list).isEqualTo(400);
            assertThat(refused.json().get("code").asString()).isEqualTo("invalid-fields");
            var error = refused.json().get("errors").get(0);
            assertThat(error.get("field").asString()).startsWith(name);
            assertThat(error.get("text").asString()).contains(expected);
        }
    }

    @Test
    void aFilterLeftEmptyIsNone() {
        var empty = "?status=&category=&free=&open-to-all=&organizer=&q=";
        assertThat(house.service().get(EVENTS + empty, null).status()).isEqualTo(200);
    }
}
