package se.foreningstorget.contracts.calendar;

import java.util.List;
import se.foreningstorget.contracts.Topic;

/** The topics calendar-service owns. */
public final class CalendarTopics {
    public static final Topic<CalendarEvent, CalendarEventEvent> EVENTS =
            Topic.of("calendar.events", CalendarEvent.class, CalendarEventEvent.class);

    public static final List<Topic<?, ?>> ALL = List.of(EVENTS);

    private CalendarTopics() {}
}
