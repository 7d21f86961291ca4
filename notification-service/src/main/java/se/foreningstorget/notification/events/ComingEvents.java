package se.foreningstorget.notification.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import se.foreningstorget.contracts.calendar.CalendarEvent;
import se.foreningstorget.contracts.notification.ComingEvent;
import se.foreningstorget.eventkit.read.Projection;

/** The calendar's coming events, as far as this service has heard. */
public final class ComingEvents {
    /** An issue must fit in one record; whoever wants more looks in the calendar. */
    private static final int MOST = 300;

    private final Projection<CalendarEvent, KnownEvent> known;

    ComingEvents(Projection<CalendarEvent, KnownEvent> known) {
        this.known = known;
    }

    /**
     * The events that begin within so many days, soonest first; never a cancelled one.
     *
     * <p>A scan: only an editor asks, a few times an issue, so an index would not pay.
     */
    public List<ComingEvent> within(int days, Instant now) {
        var until = now.plus(Duration.ofDays(days));
        var coming = new ArrayList<KnownEvent>();
        known.forEach(event -> {
            if (event.takesPlaceWithin(now, until)) {
                coming.add(event);
            }
        });
        return coming.stream()
                .sorted(
                        Comparator.comparing(
                                        (KnownEvent event) -> event.start().atZone(event.zone()))
                                .thenComparing(event -> event.id().value()))
                .limit(MOST)
                .map(KnownEvent::coming)
                .toList();
    }
}
