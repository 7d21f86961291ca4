package se.foreningstorget.notification.events;

import com.mongodb.client.MongoDatabase;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import se.foreningstorget.contracts.calendar.CalendarEvent;
import se.foreningstorget.contracts.calendar.CalendarTopics;
import se.foreningstorget.eventkit.read.EventReader;
import se.foreningstorget.eventkit.read.Projection;

/** Keeps what this service knows of events in step with the calendar. */
@Configuration(proxyBeanMethods = false)
public class EventsProjection {
    public static final String GROUP = "notification-service.events";

    @Bean
    Projection<CalendarEvent, KnownEvent> knownEvents(MongoDatabase database) {
        return new Projection<>(
                database.getCollection("known-events"), KnownEvent.class, KnownEvent::of);
    }

    @Bean
    ComingEvents comingEvents(Projection<CalendarEvent, KnownEvent> knownEvents) {
        return new ComingEvents(knownEvents);
    }

    @Bean
    Consumer<Message<byte[]>> knownEventsProjection(
            EventReader reader, Projection<CalendarEvent, KnownEvent> knownEvents) {
        return reader.mirroring(GROUP, CalendarTopics.EVENTS, knownEvents);
    }
}
