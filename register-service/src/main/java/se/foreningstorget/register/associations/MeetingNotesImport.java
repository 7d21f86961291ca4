package se.foreningstorget.register.associations;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import se.foreningstorget.contracts.register.Source;
import se.foreningstorget.eventkit.Outcome;
import se.foreningstorget.eventkit.Precondition;
import se.foreningstorget.eventkit.StartOrder;
import se.foreningstorget.eventkit.TryLater;
import se.foreningstorget.register.associations.AssociationCommand.Describe;

/**
 * Registers what the meeting notes name, at every start: an entry that exists is left alone, so
 * only the first start does anything. The service is of use meanwhile.
 */
final class MeetingNotesImport implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(MeetingNotesImport.class);
    private static final String BY = "import";
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Associations associations;
    private final InstantSource clock;
    private volatile boolean running;
    private volatile Thread importer = Thread.currentThread();

    MeetingNotesImport(Associations associations, InstantSource clock) {
        this.associations = associations;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        importer = Thread.ofVirtual().name("meeting-notes-import").start(this::importAll);
    }

    private void importAll() {
        try {
            log.info("meeting notes of 2016: {} entries added", addMissing());
        } catch (InterruptedException stopped) {
            log.info("meeting notes of 2016: stopped; the next start goes on");
        } catch (RuntimeException trouble) {
            log.error("meeting notes of 2016: given up; the next start tries again", trouble);
        }
    }

    /** How many there were to add; waits for store and broker as long as it takes. */
    int addMissing() throws InterruptedException {
        int added = 0;
        for (var body : MeetingNotes.read()) {
            added += isAdded(body) ? 1 : 0;
        }
        return added;
    }

    private boolean isAdded(MeetingNotes.Body body) throws InterruptedException {
        var command =
                new Describe(
                        body.id(),
                        body.facts(),
                        true,
                        true,
                        Source.MEETING_NOTES_2016,
                        BY,
                        clock.instant());
        while (true) {
            try {
                return switch (associations.handle(body.id(), command, Precondition.none())) {
                    case Outcome.Done<?>(_, _, var changed) -> changed;
                    case Outcome.Refused<?>(var reason) ->
                            throw new IllegalStateException(body.id() + ": " + reason);
                    case Outcome.Stale<?>() -> false;
                };
            } catch (TryLater away) {
                Thread.sleep(PAUSE);
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        importer.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Once relays and feeds are up. */
    @Override
    public int getPhase() {
        return StartOrder.FEEDS + 1;
    }
}
