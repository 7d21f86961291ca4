package se.foreningstorget.contracts.calendar;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What an association says of its event.
 *
 * @param start local time at the place
 * @param end after start
 * @param zone the place's time zone; Europe/Stockholm when the client says nothing
 * @param free whether it costs nothing; null when not said
 */
public record EventFacts(
        String title,
        @Nullable String description,
        EventCategory category,
        LocalDateTime start,
        LocalDateTime end,
        ZoneId zone,
        @Nullable String place,
        @Nullable Boolean free,
        @Nullable Boolean openToAll) {}
