package se.foreningstorget.calendar.associations;

import com.mongodb.client.MongoDatabase;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import se.foreningstorget.contracts.register.Association;
import se.foreningstorget.contracts.register.RegisterTopics;
import se.foreningstorget.eventkit.read.EventReader;
import se.foreningstorget.eventkit.read.Projection;

/** Keeps what this service knows of associations in step with the register. */
@Configuration(proxyBeanMethods = false)
public class AssociationsProjection {
    public static final String GROUP = "calendar-service.associations";

    @Bean
    Projection<Association, KnownAssociation> knownAssociations(MongoDatabase database) {
        return new Projection<>(
                database.getCollection("known-associations"),
                KnownAssociation.class,
                KnownAssociation::of);
    }

    @Bean
    OrganizerNames organizerNames(Projection<Association, KnownAssociation> known) {
        return new OrganizerNames(known);
    }

    @Bean
    Consumer<Message<byte[]>> associations(
            EventReader reader, Projection<Association, KnownAssociation> known) {
        return reader.mirroring(GROUP, RegisterTopics.ASSOCIATIONS, known);
    }
}
