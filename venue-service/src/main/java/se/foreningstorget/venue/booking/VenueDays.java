package se.foreningstorget.venue.booking;

import java.time.LocalDate;
import java.util.Optional;
import se.foreningstorget.contracts.venue.BookedDay;
import se.foreningstorget.contracts.venue.BookingEvent;
import se.foreningstorget.contracts.venue.VenueId;
import se.foreningstorget.contracts.venue.VenueTopics;
import se.foreningstorget.eventkit.AggregateFactory;
import se.foreningstorget.eventkit.Aggregates;
import se.foreningstorget.eventkit.Outcome;
import se.foreningstorget.eventkit.Precondition;
import se.foreningstorget.eventkit.Stored;

/** The days of the city's venues. */
class VenueDays {
    private final Aggregates<BookedDay, BookingCommand, BookingEvent> days;

    VenueDays(AggregateFactory factory) {
        this.days = factory.over(VenueTopics.DAYS, 1, VenueDay::decide, VenueDay::evolve);
    }

    Outcome<BookedDay> handle(
            VenueId venue,
            LocalDate day,
            BookingCommand command,
            Precondition<BookedDay> precondition) {
        return days.handle(key(venue, day), command, precondition);
    }

    Optional<Stored<BookedDay>> find(VenueId venue, LocalDate day) {
        return days.find(key(venue, day));
    }

    private static String key(VenueId venue, LocalDate day) {
        return venue + "/" + day;
    }
}
