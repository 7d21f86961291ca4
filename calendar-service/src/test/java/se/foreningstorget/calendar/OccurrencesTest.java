package se.foreningstorget.calendar;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static se.foreningstorget.calendar.CalendarHouse.EVENTS;
import static se.foreningstorget.calendar.CalendarHouse.OCCURRENCES;
import static se.foreningstorget.calendar.CalendarHouse.event;
import static se.foreningstorget.eventkit.testing.RunningService.editorOf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.foreningstorget.eventkit.testing.Http.Reply;

/** What happens when, across days, clocks and pages. */
@ExtendWith(TheHouse.class)
class OccurrencesTest {
    private final CalendarHouse house;

    OccurrencesTest(CalendarHouse house) {
        this.house = house;
    }

    @Test
    void theDaysTheClocksChangeShowTheirOffsets() {
        post("var", event("koren", "Natt", "2027-03-28T01:30", "2027-03-28T10:00"));
        var gap = post("gap", event("koren", "Gap", "2027-03-28T02:30", "2027-03-28T04:00"));
        assertThat(gap.json().get("start").asString()).isEqualTo("2027-03-28T03:30");
        var seen = post("host", event("koren", "Natt", "2027-10-31T01:30", "2027-10-31T10:00"));
        var spring = house.list(OCCURRENCES + "?from=2027-03-28&to=2027-03-28", seen).get("items");
        assertThat(times(spring))
                .containsExactly(
                        "2027-03-28T01:30:00+01:00",
                        "2027-03-28T10:00:00+02:00",
                        "2027-03-28T03:30:00+02:00",
                        "2027-03-28T04:00:00+02:00");
        var autumn = house.list(OCCURRENCES + "?from=2027-10-31&to=2027-10-31", seen).get("items");
        assertThat(times(autumn))
                .containsExactly("2027-10-31T01:30:00+02:00", "2027-10-31T10:00:00+01:00");
    }

    @Test
    void pastEventsAreInTheListOfEventsOnly() {
        var past =
                post(
                        "forr",
                        event("klubben", "Fordomsafton", "2026-01-02T13:00", "2026-01-02T15:00"));
        assertThat(house.list(OCCURRENCES + "?q=fordomsafton", past).get("total").asInt()).isZero();
        var all = house.list(EVENTS + "?q=fordomsafton&organizer=klubben", past);
        assertThat(all.get("items").get(0).get("id").asString()).isEqualTo("forr");
        var range = OCCURRENCES + "?from=2026-01-02T14:59:00%2B01:00&to=2026-01-03";
        assertThat(house.list(range, past).get("total").asInt()).isEqualTo(1);
    }

    @Test
    void aWalkByCursorMeetsEachOnceInOrder() {
        Reply last = null;
        for (int day = 1; day <= 25; day++) {
            var start = "2028-05-%02dT13:00".formatted(day);
            last =
                    post(
                            "vandring-" + day,
                            event("klubben", "Vandring", start, start.replace("13", "15")));
        }
        var starts = new ArrayList<String>();
        var path = OCCURRENCES + "?organizer=klubben&from=2028-05-01&to=2028-05-31&limit=10";
        @Nullable String next = "";
        for (int pages = 0; next != null && pages < 5; pages++) {
            var page =
                    house.list(
                            next.isEmpty() ? path : path + "&cursor=" + next, requireNonNull(last));
            assertThat(page.get("total").asInt()).isEqualTo(25);
            page.get("items").forEach(item -> starts.add(item.get("start").asString()));
            next = page.get("next").isNull() ? null : page.get("next").asString();
        }
        assertThat(starts).hasSize(25).isSorted();
        assertThat(new HashSet<>(starts)).hasSize(25);
    }

    private Reply post(String id, Map<String, ?> body, String... headers) {
        return house.post(id, body, editorOf("koren", "klubben"), headers);
    }

    private static List<String> times(tools.jackson.databind.JsonNode items) {
        var times = new ArrayList<String>();
        items.forEach(item ->
                times.addAll(
                        Arrays.asList(item.get("start").asString(), item.get("end").asString())));
        return times;
    }
}
