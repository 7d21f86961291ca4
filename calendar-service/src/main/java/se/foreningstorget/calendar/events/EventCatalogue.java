package se.foreningstorget.calendar.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import se.foreningstorget.calendar.associations.OrganizerNames;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.contracts.calendar.CalendarEvent;
import se.foreningstorget.eventkit.read.Feed;
import se.foreningstorget.eventkit.web.Listing;
import se.foreningstorget.eventkit.web.PageRequest;
import se.foreningstorget.eventkit.web.Seen;
import se.foreningstorget.searchkit.Catalogue;
import se.foreningstorget.searchkit.Hit;
import se.foreningstorget.searchkit.Order;
import se.foreningstorget.searchkit.Query;
import se.foreningstorget.searchkit.Reason;

/** The events as lists and feeds find them. */
public final class EventCatalogue {
    private final Catalogue catalogue;
    private final Feed<CalendarEvent> feed;
    private final OrganizerNames names;

    EventCatalogue(Catalogue catalogue, Feed<CalendarEvent> feed, OrganizerNames names) {
        this.catalogue = catalogue;
        this.feed = feed;
        this.names = names;
    }

    /** How a list shows an event. */
    interface View<V> {
        V of(CalendarEvent event, String organizerName, List<Reason> reasons);
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

    /** A page of the list that a query makes, as a reply. */
    <V> ResponseEntity<Listing<V>> list(
            Query query, PageRequest page, @Nullable String seen, View<V> view) {
        boolean fresh = await(seen);
        var found = catalogue.search(query.limit(page.size()).after(page.cursor()));
        var name = names.forOneReply();
        var items =
                found.items().stream()
                        .map(hit -> {
                            var event = event(hit);
                            return view.of(event, name.apply(event), hit.reasons());
                        })
                        .toList();
        return Seen.mark(fresh)
                .body(new Listing<>(items, found.total(), found.next(), found.counts()));
    }

    /** Every event the query finds, in its order. */
    public List<CalendarEvent> all(Query query) {
        var events = new ArrayList<CalendarEvent>();
        var met = new HashSet<String>();
        @Nullable String cursor = null;
        do {
            var page = catalogue.search(query.limit(Query.MAX_LIMIT).after(cursor));
            // an event moved while we walk is met twice
            page.items().stream()
                    .filter(hit -> met.add(hit.id()))
                    .forEach(hit -> events.add(event(hit)));
            cursor = page.next();
        } while (cursor != null);
        return events;
    }

    private static CalendarEvent event(Hit hit) {
        return ContractJson.mapper().readValue(hit.payload(), CalendarEvent.class);
    }
}
