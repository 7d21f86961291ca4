package se.foreningstorget.notification.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import se.foreningstorget.eventkit.StartOrder;

/**
 * Hands queued mails to the mail server until each was accepted or refused for good.
 *
 * <p>What is due lies in memory, ordered by time; the ledger is what counts. The queue is rebuilt
 * from it at the start and fed by inserts. A mail is claimed in the ledger before it is handed over
 * and settled after; a courier that dies in between leaves a claim that ends, and the mail is sent
 * again then: possibly doubled, never lost. No mail is claimed while the server is away, so an
 * outage costs nobody an attempt.
 */
final class Courier implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    private static final Duration STORE_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_ABSENCE = Duration.ofSeconds(30);

    private final Mails mails;
    private final MailServer server;
    private final StillWanted wanted;
    private final SmtpSettings settings;
    private final InstantSource clock;
    private final Duration round;
    private final DelayQueue<Due> due = new DelayQueue<>();
    private final ConcurrentHashMap<String, Instant> expected = new ConcurrentHashMap<>();
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean running;

    /**
     * @param round how often to look for what another instance left behind; zero where there can be
     *     no other instance
     */
    Courier(
            Mails mails,
            MailServer server,
            StillWanted wanted,
            SmtpSettings settings,
            InstantSource clock,
            Duration round) {
        this.mails = mails;
        this.server = server;
        this.wanted = wanted;
        this.settings = settings;
        this.clock = clock;
        this.round = round;
    }

    /** A mail and when to look at it. */
    private final class Due implements Delayed {
        final String id;
        final Instant at;

        Due(String id, Instant at) {
            this.id = id;
            this.at = at;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(Duration.between(clock.instant(), at));
        }

        @Override
        public int compareTo(Delayed other) {
            return other instanceof Due one ? at.compareTo(one.at) : 0;
        }
    }

    @Override
    public void start() {
        running = true;
        stopping = new CountDownLatch(1);
        mails.tell(this::expect);
        threads.add(Thread.ofVirtual().name("courier-round").start(this::goRound));
        for (int line = 1; line <= settings.lines(); line++) {
            threads.add(Thread.ofVirtual().name("courier-" + line).start(this::carry));
        }
    }

    /** Lets a mail in flight arrive; only one that takes too long is left to its claim's end. */
    @Override
    public void stop() {
        running = false;
        stopping.countDown();
        mails.tell((_, _) -> {});
        try {
            for (var thread : threads) {
                if (!thread.join(Duration.ofSeconds(3))) {
                    thread.interrupt();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
        due.clear();
        expected.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before whatever queues mails. */
    @Override
    public int getPhase() {
        return StartOrder.AGGREGATES + 1;
    }

    /** One entry a mail, the earliest: rounds and repeats must not pile up in memory. */
    private void expect(String id, Instant at) {
        expected.compute(
                id,
                (_, before) -> {
                    if (before != null && !before.isAfter(at)) {
                        return before;
                    }
                    due.add(new Due(id, at));
                    return at;
                });
    }

    /** At the start, and then for what other instances left: queued mails that are overdue. */
    private void goRound() {
        boolean alone = round.isZero();
        boolean looked = false;
        while (running && !(alone && looked)) {
            try {
                var now = clock.instant();
                boolean first = !looked;
                mails.forEachOpen((id, claimed, at) -> {
                    if (first && alone && claimed) {
                        expect(id, now); // nobody else can have it: its courier is dead
                    } else if (first || at.isBefore(now)) {
                        expect(id, at);
                    }
                });
                looked = true;
                if (!alone) {
                    pause(round);
                }
            } catch (RuntimeException away) {
                log.warn("the store is away; the round is done again", away);
                pause(STORE_PAUSE);
            }
        }
    }

    private void carry() {
        try (var line = server.line()) {
            while (running) {
                var next = due.poll(500, TimeUnit.MILLISECONDS);
                if (next == null) {
                    line.close();
                } else if (expected.remove(next.id, next.at) && inHand.add(next.id)) {
                    try {
                        carry(line, next.id);
                    } finally {
                        inHand.remove(next.id);
                    }
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void carry(MailServer.Line line, String id) {
        try {
            var mail = mails.find(id).orElse(null);
            if (mail == null || !mail.status().isOpen()) {
                return;
            }
            if (isAnothers(mail)) {
                expect(id, mail.dueAt());
            } else if (!wanted.stillWanted(mail.subscriber())) {
                mails.withdrawn(mail);
            } else if (waitFor(line)) {
                var until = clock.instant().plus(settings.lease());
                mails.claim(mail, until)
                        .ifPresentOrElse(
                                claimed -> handOver(line, claimed), () -> expect(id, until));
            }
        } catch (RuntimeException trouble) {
            log.warn("{} is looked at again: {}", id, trouble.toString(), trouble);
            expect(id, clock.instant().plus(STORE_PAUSE));
        }
    }

    /**
     * It was put off or claimed by another instance. Where there is none, a claim on a mail that no
     * line of ours has in hand is a dead courier's.
     */
    private boolean isAnothers(LedgerMail mail) {
        boolean leftByTheDead = round.isZero() && mail.status() == MailStatus.SENDING;
        return !leftByTheDead && mail.dueAt().isAfter(clock.instant());
    }

    /** False when stopped before the server came back. */
    private boolean waitFor(MailServer.Line line) {
        for (int tries = 0; running; tries++) {
            if (line.open()) {
                return true;
            }
            var pause = settings.firstPause().multipliedBy(1L << Math.min(tries, 10));
            pause(pause.compareTo(LONGEST_ABSENCE) > 0 ? LONGEST_ABSENCE : pause);
        }
        return false;
    }

    private void handOver(MailServer.Line line, LedgerMail claimed) {
        var delivery = line.send(claimed);
        // The mail is out: to know that must not fail because the store is away for a while.
        while (true) {
            try {
                settle(claimed, delivery);
                return;
            } catch (RuntimeException away) {
                log.warn("{} could not be settled yet", claimed.id(), away);
                if (!running) {
                    return;
                }
                pause(STORE_PAUSE);
            }
        }
    }

    private void settle(LedgerMail claimed, Delivery delivery) {
        switch (delivery) {
            case Delivery.Accepted() -> mails.sent(claimed);
            case Delivery.Refused(var reason) -> {
                log.warn("{} failed: {}", claimed.id(), reason);
                mails.failed(claimed, reason);
            }
            case Delivery.PutOff(var reason) -> {
                var now = clock.instant();
                if (claimed.queuedAt().plus(settings.giveUpAfter()).isBefore(now)) {
                    mails.failed(claimed, "gave up: " + reason);
                    return;
                }
                log.info("{} is put off: {}", claimed.id(), reason);
                var again = now.plus(settings.pause(claimed.attempts()));
                mails.again(claimed, again, reason);
                expect(claimed.id(), again);
            }
        }
    }

    private void pause(Duration length) {
        try {
            boolean _ = stopping.await(length.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
