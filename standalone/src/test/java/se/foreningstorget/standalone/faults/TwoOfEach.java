package se.foreningstorget.standalone.faults;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.foreningstorget.contracts.calendar.CalendarTopics;
import se.foreningstorget.contracts.notification.NotificationTopics;
import se.foreningstorget.contracts.register.RegisterTopics;
import se.foreningstorget.contracts.venue.VenueTopics;
import se.foreningstorget.embedded.Durability;
import se.foreningstorget.embedded.EmbeddedBroker;
import se.foreningstorget.embedded.EmbeddedMailbox;
import se.foreningstorget.embedded.EmbeddedStore;
import se.foreningstorget.embedded.FreePorts;
import se.foreningstorget.embedded.ReceivedMail;
import se.foreningstorget.eventkit.TopicKeeper;
import se.foreningstorget.eventkit.web.LocalIssuer;
import se.foreningstorget.eventkit.web.Role;
import se.foreningstorget.notification.NotificationService;
import se.foreningstorget.register.RegisterService;
import se.foreningstorget.venue.VenueService;

/** Two instances each of three services, on one store, one broker and one mailbox. */
final class TwoOfEach implements AutoCloseable {
    private final EmbeddedStore store;
    private final EmbeddedBroker broker;
    private final EmbeddedMailbox mailbox;
    private final HoldingProxy beforeBroker;
    private final LocalIssuer issuer = new LocalIssuer("https://issuer.example.org", "two");
    private final List<String> settings;
    private final Path folder;

    final List<Instance> register;
    final List<Instance> venue;
    final List<Instance> notification;

    TwoOfEach(Path folder) {
        this.folder = folder;
        var ports = FreePorts.many(2);
        beforeBroker = new HoldingProxy(ports.getLast(), ports.getFirst());
        broker =
                EmbeddedBroker.start(
                        folder.resolve("broker"),
                        ports.getFirst(),
                        ports.getLast(),
                        Durability.PROCESS);
        everyTopic(broker.bootstrapServers());
        store = EmbeddedStore.start(folder.resolve("store"), 0);
        mailbox = EmbeddedMailbox.start(folder.resolve("mailbox"), 0);
        var keys = issuer.writeKeysTo(folder.resolve("keys.json"));
        settings =
                List.of(
                        "--foreningstorget.kafka=127.0.0.1:" + ports.getLast(),
                        "--foreningstorget.mongodb=" + store.connectionString(),
                        "--foreningstorget.sweep=1s",
                        "--foreningstorget.replication=1",
                        "--foreningstorget.smtp.port=" + mailbox.port(),
                        "--foreningstorget.smtp.lease=3s",
                        "--foreningstorget.issuer=" + issuer.issuer(),
                        "--foreningstorget.audience=" + issuer.audience(),
                        "--foreningstorget.jwks=" + keys,
                        "--foreningstorget.public-url=http://127.0.0.1:1",
                        "--foreningstorget.watch.every=1ms",
                        // a killed instance's partitions are another's after this
                        "--spring.cloud.stream.kafka.binder.consumer-properties"
                                + ".session.timeout.ms=6000");
        register = two(RegisterService.class);
        venue = two(VenueService.class);
        notification = two(NotificationService.class);
        all().forEach(Instance::awaitReady);
    }

    /** Made beforehand: a service waits long at its start for those of others. */
    static void everyTopic(String kafka) {
        new TopicKeeper(kafka, (short) 1)
                .owning(RegisterTopics.ALL)
                .owning(VenueTopics.ALL)
                .owning(CalendarTopics.ALL)
                .owning(NotificationTopics.ALL)
                .start();
    }

    private List<Instance> two(Class<?> main) {
        var both = new ArrayList<Instance>();
        for (int i = 0; i < 2; i++) {
            both.add(Instance.launch(main, folder, settings));
        }
        return List.copyOf(both);
    }

    Stream<Instance> all() {
        return Stream.of(register, venue, notification).flatMap(List::stream);
    }

    HoldingProxy beforeBroker() {
        return beforeBroker;
    }

    /** The broker itself, for those who look at it from outside. */
    String kafka() {
        return broker.bootstrapServers();
    }

    List<ReceivedMail> mails() {
        return mailbox.mails();
    }

    String staff() {
        return issuer.token(
                "staff", List.of(Role.STAFF), List.of(), Instant.now().plusSeconds(3_600));
    }

    @Override
    public void close() {
        all().parallel().forEach(Instance::close);
        beforeBroker.close();
        mailbox.close();
        broker.close();
        store.close();
    }
}
