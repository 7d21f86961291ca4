package se.foreningstorget.calendar.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.foreningstorget.contracts.calendar.EventCategory;
import se.foreningstorget.contracts.calendar.EventFacts;
import se.foreningstorget.contracts.register.AssociationId;

/** Times as people write them, and what becomes of them. */
class EventRequestTest {

    @Test
    void whatIsNotSaidIsTheCitysUsual() {
        var facts = facts("2026-12-05T13:00", "2026-12-05T15:00");
        assertThat(facts.zone()).isEqualTo(ZoneId.of("Europe/Stockholm"));
        assertThat(facts.category()).isEqualTo(EventCategory.ACTIVITY);
        assertThat(facts.free()).isNull();
    }

    @Test
    void anHourThatTheClocksSkipIsMovedOn() {
        var facts = facts("2027-03-28T02:30", "2027-03-28T04:00");
        assertThat(facts.start()).isEqualTo("2027-03-28T03:30");
        assertThat(facts.end()).isEqualTo("2027-03-28T04:00");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-05T13:00, 2026-12-05T13:00, ends-before-it-begins",
        "2026-12-05T13:00, 2026-12-05T12:00, ends-before-it-begins",
        // 02:30 is 03:30 that day, and so after 03:15
        "2027-03-28T02:30, 2027-03-28T03:15, ends-before-it-begins",
        "2026-12-05T13:00, 2027-01-05T13:01, longer-than-a-month",
        "2026-12-05T13:00:01, 2026-12-05T14:00, whole-minutes",
        "0026-12-05T13:00, 2026-12-05T14:00, year-out-of-range",
        "2026-12-05T13:00, +999999999-12-31T13:00, year-out-of-range",
    })
    void timesThatMakeNoSenseAreRefused(String start, String end, String code) {
        assertThatThrownBy(() -> facts(start, end)).hasMessage(code);
    }

    @ParameterizedTest
    @CsvSource({"+02:00", "UTC", "GMT+2", "Z", "CET"})
    void aZoneIsThatOfAPlace(String zone) {
        assertThatThrownBy(() ->
                        request("2026-12-05T13:00", "2026-12-05T15:00", ZoneId.of(zone)).facts())
                .hasMessage("zone-without-place");
    }

    @Test
    void aMonthIsNotTooLong() {
        assertThat(facts("2026-12-05T13:00", "2027-01-05T13:00").end())
                .isEqualTo("2027-01-05T13:00");
    }

    private static EventFacts facts(String start, String end) {
        return request(start, end, null).facts();
    }

    private static EventRequest request(String start, String end, @Nullable ZoneId zone) {
        return new EventRequest(
                new AssociationId("koren"),
                "Öppet hus",
                " ",
                null,
                LocalDateTime.parse(start),
                LocalDateTime.parse(end),
                zone,
                null,
                null,
                null);
    }
}
