package se.foreningstorget.calendar.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.contracts.calendar.CalendarEvent;
import se.foreningstorget.eventkit.read.Feed;
import se.foreningstorget.eventkit.web.Problem;
import se.foreningstorget.eventkit.web.Seen;
import se.foreningstorget.searchkit.BadCursor;
import se.foreningstorget.searchkit.Catalogue;
import se.foreningstorget.searchkit.Hit;
import se.foreningstorget.searchkit.Order;
import se.foreningstorget.searchkit.Page;
import se.foreningstorget.searchkit.Query;

/** The events as lists and feeds find them. */
public final class EventCatalogue {
    private final Catalogue catalogue;
    private final Feed<CalendarEvent> feed;

    EventCatalogue(Catalogue catalogue, Feed<CalendarEvent> feed) {
        this.catalogue = catalogue;
        this.feed = feed;
    }

    /** Waits a moment for what the caller has seen; false when the answer may be stale. */
    public boolean await(@Nullable String seen) {
        return Seen.await(seen, feed);
    }

    /**
     * Narrows a query to what happens in a time, by start.
     *
     * @param from what has not ended by then
     * @param to what begins before; null is an open end
     */
    public static Query during(Query query, Instant from, @Nullable Instant to) {
        var begun = query.between("end", from.toEpochMilli() + 1, null);
        return (to == null ? begun : begun.between("start", null, to.toEpochMilli()))
                .orderedBy(Order.ascending("start"));
    }

    Page search(Query query) {
        try {
            return catalogue.search(query);
        } catch (BadCursor bad) {
            throw Problem.badRequest("bad-cursor");
        }
    }

    /** Every event the query finds, in its order. */
    public List<CalendarEvent> all(Query query) {
        var events = new ArrayList<CalendarEvent>();
        var met = new HashSet<String>();
        @Nullable String cursor = null;
        do {
            var page = search(query.limit(Query.MAX_LIMIT).after(cursor));
            // an event moved while we walk is met twice
            page.items().stream()
                    .filter(hit -> met.add(hit.id()))
                    .forEach(hit -> events.add(event(hit)));
            cursor = page.next();
        } while (cursor != null);
        return events;
    }

    static CalendarEvent event(Hit hit) {
        return ContractJson.mapper().readValue(hit.payload(), CalendarEvent.class);
    }
}
