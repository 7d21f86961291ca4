package se.foreningstorget.calendar.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import se.foreningstorget.contracts.calendar.CalendarEvent;
import se.foreningstorget.contracts.calendar.EventCategory;
import se.foreningstorget.contracts.calendar.EventFacts;
import se.foreningstorget.contracts.calendar.EventId;
import se.foreningstorget.contracts.calendar.EventStatus;
import se.foreningstorget.contracts.register.AssociationId;

/** The feed's bytes, and what another calendar reads out of them. */
class ICalendarTest {
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final ZoneId CITY = ZoneId.of("Europe/Stockholm");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123456Z");
    private static final String LONG =
            "Vi sjunger, äter; och \\ talar.\n"
                    + "Räksmörgås på Råå 🎵 ".repeat(60)
                    + "\r\nVälkomna!";

    private final ICalendar calendar = new ICalendar("http://127.0.0.1:8080", texts());

    @Test
    void everyLineIsAtMost75OctetsAndEndsAsItShould() {
        var bytes = write(event("2026-12-05T13:00", "2026-12-05T15:00", CITY, LONG, null));
        var text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(text).doesNotContain("\uFFFD").endsWith("END:VCALENDAR\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isBetween(1, 75));
        assertThat(Arrays.stream(text.split("\r\n")).filter(line -> line.startsWith(" ")))
                .hasSizeGreaterThan(15);
    }

    @Test
    void noCharacterIsCutInTwo() throws IOException {
        for (int shift = 0; shift < 8; shift++) {
            var line = "X".repeat(shift) + "åäö🎵".repeat(40);
            var folded = Lines.folded(line);
            for (var part : new String(folded, StandardCharsets.UTF_8).split("\r\n")) {
                assertThat(part).doesNotContain("\uFFFD");
            }
            var unfolded = new String(folded, StandardCharsets.UTF_8).replace("\r\n ", "");
            assertThat(unfolded).isEqualTo(line + "\r\n");
        }
    }

    @Test
    void anotherCalendarReadsWhatWasPosted() throws Exception {
        var read =
                event(read(write(event("2026-12-05T13:00", "2026-12-05T15:00", CITY, LONG, null))));
        assertThat(read.getUid().orElseThrow().getValue()).isEqualTo("kor@foreningstorget");
        assertThat(read.getSummary().getValue()).isEqualTo("Öppet hus, kören; prova på");
        assertThat(read.getDescription().getValue())
                .startsWith(LONG.replace("\r\n", "\n"))
                .contains(
                        "Arrangör: Kören", "Kostar ingenting.", "http://127.0.0.1:8080/events/kor");
        assertThat(read.getLocation().getValue()).isEqualTo("Råå, Fiskaregatan 1");
        assertThat(read.getStatus().getValue()).isEqualTo("CONFIRMED");
        assertThat(read.getSequence().getSequenceNo()).isEqualTo(3);
        assertThat(value(read, "CATEGORIES")).isEqualTo("Öppet hus");
        assertThat(value(read, "URL")).isEqualTo("http://127.0.0.1:8080/events/kor");
        assertThat(value(read, "DTSTAMP")).isEqualTo("20261122T100000Z");
        assertThat(value(read, "LAST-MODIFIED")).isEqualTo("20261122T100000Z");
        assertThat(value(read, "CREATED")).isEqualTo("20261122T100000Z");
    }

    @Test
    void aCancelledEventSaysSoWhereverItIsShown() throws Exception {
        var posted = event("2026-12-05T13:00", "2026-12-05T15:00", CITY, null, "Snö");
        var read = event(read(write(posted)));
        assertThat(read.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(read.getSummary().getValue()).startsWith("Inställt: Öppet hus");
        assertThat(read.getDescription().getValue()).startsWith("Inställt: Snö\n\n");
        var english =
                new String(
                        calendar.write(List.of(posted), _ -> "Kören", Locale.ENGLISH),
                        StandardCharsets.UTF_8);
        assertThat(english).contains("SUMMARY:Cancelled: ", "Organizer: Kören");
    }

    @Test
    void theDaysTheClocksChangeAreRight() throws Exception {
        var spring = start(event("2027-03-28T10:00", "2027-03-28T12:00", CITY, null, null));
        assertThat(spring).isEqualTo(OffsetDateTime.parse("2027-03-28T10:00+02:00").toInstant());
        var night = start(event("2027-03-28T01:30", "2027-03-28T04:00", CITY, null, null));
        assertThat(night).isEqualTo(OffsetDateTime.parse("2027-03-28T01:30+01:00").toInstant());
        var autumn = start(event("2027-10-31T10:00", "2027-10-31T12:00", CITY, null, null));
        assertThat(autumn).isEqualTo(OffsetDateTime.parse("2027-10-31T10:00+01:00").toInstant());
        var before = start(event("2027-10-30T10:00", "2027-10-30T12:00", CITY, null, null));
        assertThat(before).isEqualTo(OffsetDateTime.parse("2027-10-30T10:00+02:00").toInstant());
    }

    @Test
    void ourZoneIsTheOneJavaKnows() {
        var zone = CityTime.component();
        for (var day = LocalDateTime.of(2026, 1, 1, 12, 0);
                day.getYear() < 2029;
                day = day.plusDays(1)) {
            var moment = day.atZone(CITY);
            assertThat(zone.getApplicableObservance(moment).getProperty("TZOFFSETTO"))
                    .get()
                    .extracting(it -> it.getValue())
                    .isEqualTo(moment.getOffset().getTotalSeconds() == 3_600 ? "+0100" : "+0200");
        }
    }

    @Test
    void elsewhereIsToldInUtc() {
        var there =
                event("2026-12-05T13:00", "2026-12-05T15:00", ZoneId.of("Asia/Tokyo"), null, null);
        assertThat(new String(write(there), StandardCharsets.UTF_8))
                .contains("DTSTART:20261205T040000Z\r\n", "DTEND:20261205T060000Z\r\n");
    }

    @Test
    void withoutEventsItIsStillACalendar() throws Exception {
        var empty = calendar.write(List.of(), _ -> "", SWEDISH);
        var read = read(empty);
        assertThat(read.<VTimeZone>getComponents("VTIMEZONE")).hasSize(1);
        assertThat(read.getComponents("VEVENT")).isEmpty();
        assertThat(new String(empty, StandardCharsets.UTF_8))
                .contains("TZID:Europe/Stockholm\r\n", "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n");
    }

    @Test
    void theSameEventsGiveTheSameBytes() {
        var event = event("2026-12-05T13:00", "2026-12-05T15:00", CITY, LONG, "Snö");
        assertThat(write(event)).isEqualTo(write(event));
    }

    private byte[] write(CalendarEvent... events) {
        return calendar.write(List.of(events), _ -> "Kören", SWEDISH);
    }

    private Instant start(CalendarEvent event) throws IOException, ParserException {
        var start = event(read(write(event))).<ZonedDateTime>getDateTimeStart().getDate();
        return start.toInstant();
    }

    private static Calendar read(byte[] bytes) throws IOException, ParserException {
        var calendar = new CalendarBuilder().build(new ByteArrayInputStream(bytes));
        assertThat(calendar.validate(true).getEntries()).isEmpty();
        return calendar;
    }

    private static VEvent event(Calendar calendar) {
        return calendar.<VEvent>getComponents("VEVENT").getFirst();
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }

    private static ResourceBundleMessageSource texts() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("calendar-service-texts");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }

    private static CalendarEvent event(
            String start,
            String end,
            ZoneId zone,
            @Nullable String description,
            @Nullable String cancelledFor) {
        return new CalendarEvent(
                new EventId("kor"),
                new AssociationId("koren"),
                "Kören",
                new EventFacts(
                        "Öppet hus, kören; prova på",
                        description,
                        EventCategory.OPEN_HOUSE,
                        LocalDateTime.parse(start),
                        LocalDateTime.parse(end),
                        zone,
                        "Råå, Fiskaregatan 1",
                        true,
                        null),
                cancelledFor == null ? EventStatus.SCHEDULED : EventStatus.CANCELLED,
                cancelledFor,
                3,
                NOW,
                NOW);
    }
}
