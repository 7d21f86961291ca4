package se.foreningstorget.contracts.venue;

import java.util.List;
import se.foreningstorget.contracts.Topic;

/** The topics venue-service owns. */
public final class VenueTopics {
    /** Personal: a venue may name a contact person. */
    public static final Topic<Venue, VenueEvent> VENUES =
            Topic.personal("venue.venues", Venue.class, VenueEvent.class);

    public static final Topic<BookedDay, BookingEvent> DAYS =
            Topic.of("venue.days", BookedDay.class, BookingEvent.class);

    public static final List<Topic<?, ?>> ALL = List.of(VENUES, DAYS);

    private VenueTopics() {}
}
