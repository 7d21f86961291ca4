package se.foreningstorget.calendar.events;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import se.foreningstorget.calendar.associations.OrganizerNames;
import se.foreningstorget.contracts.calendar.CalendarEvent;
import se.foreningstorget.eventkit.AggregateFactory;
import se.foreningstorget.eventkit.EventkitSettings;
import se.foreningstorget.eventkit.read.Feed;
import se.foreningstorget.eventkit.web.Problem;
import se.foreningstorget.searchkit.Catalogue;

/** The events, their index and what keeps it. */
@Configuration(proxyBeanMethods = false)
@Import({EventController.class, OccurrenceController.class})
public class EventsConfiguration {

    @Bean
    CalendarEvents calendarEvents(AggregateFactory factory) {
        return new CalendarEvents(factory);
    }

    @Bean
    Catalogue eventIndex(EventkitSettings settings) {
        return Catalogue.open(
                settings.indexFolder("events"), EventIndex.FIELDS, Problem::badRequest);
    }

    @Bean
    Feed<CalendarEvent> eventFeed(
            EventkitSettings settings, CalendarEvents events, Catalogue eventIndex) {
        return new Feed<>(settings.kafka(), events.all(), new EventIndex(eventIndex)::put);
    }

    @Bean
    EventCatalogue eventCatalogue(
            Catalogue eventIndex, Feed<CalendarEvent> eventFeed, OrganizerNames names) {
        return new EventCatalogue(eventIndex, eventFeed, names);
    }
}
