package se.foreningstorget.calendar.events;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.contracts.calendar.CalendarEvent;
import se.foreningstorget.contracts.calendar.EventCategory;
import se.foreningstorget.searchkit.Catalogue;
import se.foreningstorget.searchkit.Entry;
import se.foreningstorget.searchkit.Fields;

/** What of an event can be searched, filtered and sorted; times as epoch milliseconds. */
final class EventIndex {
    static final Fields FIELDS =
            Fields.none()
                    .text("title", 10)
                    .text("organizer", 6)
                    .text("category", 5)
                    .text("place", 4)
                    .text("description", 2)
                    .facet("category")
                    .facet("organizer")
                    .facet("free")
                    .facet("open-to-all")
                    .facet("status")
                    .number("start")
                    .number("end");

    private final Catalogue catalogue;

    EventIndex(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void put(String id, CalendarEvent event) {
        var facts = event.facts();
        catalogue.put(
                Entry.of(id)
                        .text("title", facts.title())
                        .text("organizer", event.organizerName())
                        .texts("category", words(facts.category()))
                        .text("place", facts.place())
                        .text("description", facts.description())
                        .facet("category", wire(facts.category()))
                        .facet("organizer", event.organizer().value())
                        .facet("free", said(facts.free()))
                        .facet("open-to-all", said(facts.openToAll()))
                        .facet("status", wire(event.status()))
                        .number("start", millis(facts.start(), facts.zone()))
                        .number("end", millis(facts.end(), facts.zone()))
                        .payload(ContractJson.mapper().writeValueAsBytes(event))
                        .build());
    }

    private static long millis(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toInstant().toEpochMilli();
    }

    private static String wire(Enum<?> value) {
        return ContractJson.mapper().convertValue(value, String.class);
    }

    /** What was not said is not shown as "no". */
    private static String said(@Nullable Boolean value) {
        return value == null ? "unknown" : value.toString();
    }

    /** What people may type to find this kind of event. */
    private static List<String> words(EventCategory category) {
        return switch (category) {
            case OPEN_HOUSE -> List.of("öppet hus", "open house");
            case INFORMATION_MEETING -> List.of("informationsmöte", "information meeting");
            case TRY_OUT -> List.of("prova på", "try out");
            case ACTIVITY -> List.of("aktivitet", "activity");
            case COURSE -> List.of("kurs", "course");
            case STUDY_CIRCLE -> List.of("studiecirkel", "study circle");
            case GATHERING -> List.of("sammankomst", "gathering");
        };
    }
}
