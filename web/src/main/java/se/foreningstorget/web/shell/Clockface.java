package se.foreningstorget.web.shell;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days and times as the reader writes them, as the clocks in the city show them. */
public final class Clockface {
    public static final ZoneId CITY = ZoneId.of("Europe/Stockholm");

    private final Locale locale;

    Clockface(Locale language) {
        // English as it is written in Europe: the day before the month, 24 hours
        this.locale = language.getLanguage().equals("en") ? Locale.UK : Locale.of("sv", "SE");
    }

    /** A moment the API wrote: with an offset, or local; null when it is neither. */
    public static @Nullable LocalDateTime local(@Nullable String written) {
        if (written == null) {
            return null;
        }
        try {
            return written.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")
                    ? OffsetDateTime.parse(written).atZoneSameInstant(CITY).toLocalDateTime()
                    : LocalDateTime.parse(written);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Like "Saturday 5 December 2026". */
    public String day(LocalDate day) {
        return format("EEEE d MMMM yyyy").format(day);
    }

    /** Like "5 December 2026". */
    public String date(LocalDate day) {
        return format("d MMMM yyyy").format(day);
    }

    /** Like "5 December 2026, 13:00". */
    public String moment(@Nullable Instant instant) {
        return instant == null ? "" : format("d MMMM yyyy, HH:mm").format(instant.atZone(CITY));
    }

    /** Like "13:00–16:00", or with the last day when that is another. */
    public String times(String start, @Nullable String end) {
        @Nullable LocalDateTime from = local(start);
        @Nullable LocalDateTime to = local(end);
        if (from == null) {
            return start;
        }
        var begins = time(from.toLocalTime());
        if (to == null) {
            return begins;
        }
        return from.toLocalDate().equals(to.toLocalDate())
                ? begins + "–" + time(to.toLocalTime())
                : begins + " – " + format("d MMMM HH:mm").format(to);
    }

    /** Like "Saturday 5 December 2026". */
    public String day(String moment) {
        @Nullable LocalDateTime at = local(moment);
        return at == null ? moment : day(at.toLocalDate());
    }

    /** Like "13:00". */
    public String time(LocalTime time) {
        return format("HH:mm").format(time);
    }

    /** Like "dec", for the leaf of a calendar. */
    public String month(LocalDate day) {
        return format("MMM").format(day).replace(".", "");
    }

    private DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale);
    }
}
