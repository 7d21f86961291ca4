package se.foreningstorget.contracts.notification;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.calendar.EventId;

/** A coming event as an issue tells it. */
public record ComingEvent(
        EventId id, String title, String organizer, LocalDateTime start, @Nullable String place) {}
