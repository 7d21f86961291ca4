package se.foreningstorget.calendar.associations;

import com.mongodb.MongoException;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.foreningstorget.contracts.calendar.CalendarEvent;
import se.foreningstorget.contracts.register.Association;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.eventkit.TryLater;
import se.foreningstorget.eventkit.read.Projection;

/** The names organizers go by now, as far as we have heard. */
public final class OrganizerNames {
    private static final Logger log = LoggerFactory.getLogger(OrganizerNames.class);

    private final Projection<Association, KnownAssociation> known;

    OrganizerNames(Projection<Association, KnownAssociation> known) {
        this.known = known;
    }

    /**
     * The association's name; empty when we have not heard of it.
     *
     * @throws TryLater when the store is away
     */
    public Optional<String> find(AssociationId association) {
        try {
            return known.find(association.value()).map(KnownAssociation::name);
        } catch (MongoException away) {
            throw new TryLater("store-away", "the store did not answer", away);
        }
    }

    /**
     * The names for one reply; each organizer is looked up once. Lists come from the index and are
     * answered while the store is away: then with the names the events were posted under.
     */
    public Function<CalendarEvent, String> forOneReply() {
        var names = new HashMap<AssociationId, String>();
        var away = new boolean[1];
        return event ->
                names.computeIfAbsent(
                        event.organizer(),
                        organizer -> {
                            if (away[0]) {
                                return event.organizerName();
                            }
                            try {
                                return find(organizer).orElse(event.organizerName());
                            } catch (TryLater later) {
                                log.warn("names as they were posted: {}", later.toString());
                                away[0] = true;
                                return event.organizerName();
                            }
                        });
    }
}
