package se.foreningstorget.calendar;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static se.foreningstorget.calendar.CalendarHouse.EVENTS;
import static se.foreningstorget.calendar.CalendarHouse.event;
import static se.foreningstorget.calendar.CalendarHouse.with;
import static se.foreningstorget.eventkit.testing.RunningService.token;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.foreningstorget.eventkit.testing.Http.Reply;
import se.foreningstorget.eventkit.web.Role;

/** The feeds as calendar programs fetch them. */
@ExtendWith(TheHouse.class)
class CalendarFeedTest {
    private static final String FEED = EVENTS + ".ics";

    private final CalendarHouse house;

    CalendarFeedTest(CalendarHouse house) {
        this.house = house;
    }

    @Test
    void aFeedHasWhatItsFilterFindsAndChangesWithIt() throws Exception {
        var body = event("flode", "Kurs i åäö", "2026-12-05T13:00", "2026-12-05T15:00");
        post("ics-kurs", with(body, "category", "course"));
        var long_ago = event("flode", "Förr", "2026-01-05T13:00", "2026-01-05T15:00");
        post("ics-forr", with(long_ago, "category", "course"));
        var last = post("ics-annat", with(body, "category", "try-out"));
        var feed = get(FEED + "?organizer=flode&category=course", last);
        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(feed.header("Content-Disposition"))
                .isEqualTo("inline; filename=\"foreningstorget.ics\"");
        assertThat(feed.header("Cache-Control")).contains("no-cache").doesNotContain("no-store");
        assertThat(uids(feed)).containsExactly("ics-kurs@foreningstorget");

        var tag = requireNonNull(feed.header("ETag"));
        var path = FEED + "?organizer=flode&category=course";
        var unchanged = house.service().get(path, null, "If-None-Match", tag);
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.raw().body()).isEmpty();

        var cancelled =
                house.service()
                        .put(
                                EVENTS + "/ics-kurs/cancellation",
                                token(Role.STAFF),
                                Map.of("reason", "Läraren är sjuk"));
        var changed =
                house.service()
                        .get(
                                path,
                                null,
                                "If-None-Match",
                                tag,
                                "Seen",
                                requireNonNull(cancelled.header("Seen")));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
        assertThat(changed.raw().body())
                .contains("STATUS:CANCELLED", "SUMMARY:Inställt: Kurs i åäö", "Läraren är sjuk");
    }

    @Test
    void anEmptyFeedIsACalendarToo() throws Exception {
        var feed = house.service().get(FEED + "?organizer=ingen", null);
        assertThat(feed.status()).isEqualTo(200);
        assertThat(uids(feed)).isEmpty();
    }

    @Test
    void oneEventIsAFileOfItsOwn() throws Exception {
        post("ics-ett", event("flode", "Ett", "2026-01-05T13:00", "2026-01-05T15:00"));
        var one = house.service().get(EVENTS + "/ics-ett.ics", null, "Accept", "text/calendar");
        assertThat(one.status()).isEqualTo(200);
        assertThat(one.header("Content-Disposition")).isEqualTo("inline; filename=\"ics-ett.ics\"");
        assertThat(uids(one)).containsExactly("ics-ett@foreningstorget");
        assertThat(house.service().get(EVENTS + "/ics-inget.ics", null).status()).isEqualTo(404);
    }

    @Test
    void aFeedIsLongerThanAPage() throws Exception {
        Reply last = null;
        for (int n = 0; n < 230; n++) {
            var start = "2029-01-%02dT%02d:00".formatted(1 + n % 28, n / 28);
            var end = start.replace(":00", ":30");
            last =
                    post(
                            "many-" + n,
                            with(event("flode", "Många", start, end), "place", "manygatan"));
        }
        assertThat(uids(get(FEED + "?q=manygatan", requireNonNull(last))))
                .hasSize(230)
                .doesNotHaveDuplicates();
    }

    private Reply post(String id, Map<String, ?> body) {
        var posted = house.post(id, body, token(Role.STAFF));
        assertThat(posted.status()).isEqualTo(201);
        return posted;
    }

    private Reply get(String path, Reply seen) {
        return house.service().get(path, null, "Seen", requireNonNull(seen.header("Seen")));
    }

    private static List<String> uids(Reply feed) throws IOException, ParserException {
        var calendar = new CalendarBuilder().build(new StringReader(feed.raw().body()));
        assertThat(calendar.validate(true).getEntries()).isEmpty();
        return calendar.<VEvent>getComponents("VEVENT").stream()
                .map(event -> event.getUid().orElseThrow().getValue())
                .toList();
    }
}
