package se.foreningstorget.calendar.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.OptBoolean;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.calendar.EventCategory;
import se.foreningstorget.contracts.calendar.EventFacts;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.eventkit.web.Problem;

/**
 * An event as its organizer posts it.
 *
 * @param category an activity when not said
 * @param start local time at the place, in whole minutes; a time that the clocks skip in spring is
 *     moved on by as much as they skip, one that they pass twice in autumn is the first
 * @param zone Europe/Stockholm when not said
 */
record EventRequest(
        @NotNull AssociationId organizer,
        @NotBlank @Size(max = 200) String title,
        @Nullable @Size(max = 10_000) String description,
        @Nullable EventCategory category,
        @NotNull @JsonFormat(lenient = OptBoolean.FALSE) LocalDateTime start,
        @NotNull @JsonFormat(lenient = OptBoolean.FALSE) LocalDateTime end,
        @Nullable ZoneId zone,
        @Nullable @Size(max = 500) String place,
        @Nullable Boolean free,
        @Nullable Boolean openToAll) {
    private static final ZoneId CITY = ZoneId.of("Europe/Stockholm");
    private static final Pattern AREA_AND_PLACE = Pattern.compile("[A-Z][A-Za-z]+(/[A-Za-z_-]+)+");
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final LocalDateTime EARLIEST = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final LocalDateTime LATEST = LocalDateTime.of(2100, 1, 1, 0, 0);

    EventFacts facts() {
        var there = there();
        var begins = minute(start).atZone(there);
        var ends = minute(end).atZone(there);
        if (!begins.isBefore(ends)) {
            throw Problem.badRequest("ends-before-it-begins");
        }
        if (Duration.between(begins, ends).compareTo(LONGEST) > 0) {
            throw Problem.badRequest("longer-than-a-month");
        }
        return new EventFacts(
                title,
                orNull(description),
                Objects.requireNonNullElse(category, EventCategory.ACTIVITY),
                begins.toLocalDateTime(),
                ends.toLocalDateTime(),
                there,
                orNull(place),
                free,
                openToAll);
    }

    private ZoneId there() {
        if (zone == null) {
            return CITY;
        }
        if (!AREA_AND_PLACE.matcher(zone.getId()).matches()) {
            throw Problem.badRequest("zone-without-place");
        }
        return zone;
    }

    private static LocalDateTime minute(LocalDateTime time) {
        if (!time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
            throw Problem.badRequest("whole-minutes");
        }
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            throw Problem.badRequest("year-out-of-range");
        }
        return time;
    }

    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
