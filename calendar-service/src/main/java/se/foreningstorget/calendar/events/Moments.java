package se.foreningstorget.calendar.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import se.foreningstorget.eventkit.web.Problem;

/** Reads a moment as clients write it: an RFC 3339 date, a day in the city, or date-time. */
final class Moments {
    private static final ZoneId CITY = ZoneId.of("Europe/Stockholm");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MOMENT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9:.]{8,18}([Zz]|[+-][0-9:]{5})");

    private Moments() {}

    /** A day begins at its start. */
    static Instant from(String parameter, String text) {
        return read(parameter, text, 0);
    }

    /** A day is over at its end. */
    static Instant to(String parameter, String text) {
        return read(parameter, text, 1);
    }

    private static Instant read(String parameter, String text, int daysOn) {
        // a plus sign that was not encoded arrives as a space
        var written = text.strip().replace(' ', '+');
        try {
            if (DAY.matcher(written).matches()) {
                return LocalDate.parse(written).plusDays(daysOn).atStartOfDay(CITY).toInstant();
            }
            if (MOMENT.matcher(written).matches()) {
                return OffsetDateTime.parse(written).toInstant();
            }
        } catch (DateTimeException noSuchTime) {
            throw Problem.badRequest("not-a-moment", parameter);
        }
        throw Problem.badRequest("not-a-moment", parameter);
    }
}
