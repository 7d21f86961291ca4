package se.foreningstorget.notification;

import java.util.Map;
import se.foreningstorget.contracts.calendar.CalendarTopics;
import se.foreningstorget.contracts.register.RegisterTopics;
import se.foreningstorget.eventkit.TopicKeeper;
import se.foreningstorget.eventkit.testing.RunningService;
import se.foreningstorget.testkit.Platform;
import se.foreningstorget.testkit.Shared;

/** The notification service, running, between the topics it reads and the mailboxes it fills. */
public final class TheSquare extends Shared<Square> {
    public TheSquare() {
        super(Square.class);
    }

    @Override
    protected Square start(Platform platform) {
        new TopicKeeper(platform.bootstrapServers(), (short) 1)
                .owning(RegisterTopics.ALL)
                .owning(CalendarTopics.ALL)
                .start();
        var service =
                RunningService.start(
                        NotificationService.class,
                        NotificationService.NAME,
                        platform.bootstrapServers(),
                        platform.mongoUri("notification-service"),
                        Map.of(
                                "foreningstorget.smtp.port",
                                platform.smtpPort(),
                                "foreningstorget.public-url",
                                "https://square.example.org",
                                "foreningstorget.address-pepper",
                                "a-pepper-for-tests"));
        return new Square(service, new Records(platform.bootstrapServers()));
    }
}
