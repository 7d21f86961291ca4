package se.foreningstorget.eventkit;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.Topic;
import se.foreningstorget.eventkit.Decision.Accepted;
import se.foreningstorget.eventkit.Decision.Rejected;
import se.foreningstorget.eventkit.Decision.Unchanged;

/**
 * The documents of one kind of aggregate, and the only way to change them: load one, decide,
 * evolve, write state and events in one conditional update. Publishing is the relay's, afterwards.
 *
 * <p>Commands for one document queue fairly inside this instance; the condition on the version is
 * for other instances. A write whose outcome is unknown is looked up by its nonce before anything
 * is decided again.
 */
public final class Aggregates<S, C, E> implements AutoCloseable {
    private final Topic<S, E> topic;
    private final Decider<S, C, E> decider;
    private final InstantSource clock;
    private final Duration deadline;
    private final Duration attempt;
    private final AggregateStore<S, E> store;
    private final Relay relay;
    private final DocumentQueues queues = new DocumentQueues();
    private final LongAdder republished = new LongAdder();

    Aggregates(
            Topic<S, E> topic,
            int schema,
            Decider<S, C, E> decider,
            MongoCollection<Document> collection,
            Publisher publisher,
            InstantSource clock,
            Duration deadline) {
        this.topic = topic;
        this.decider = decider;
        this.clock = clock;
        this.deadline = deadline;
        this.attempt = StoreClient.attempt(deadline);
        this.store = new AggregateStore<>(topic, schema, collection);
        this.relay = new Relay(topic, collection, publisher);
    }

    public Topic<S, E> topic() {
        return topic;
    }

    public Outcome<S> handle(String id, C command) {
        return handle(id, command, Precondition.none());
    }

    /**
     * Decides a command and makes its events lasting before it returns.
     *
     * @throws TryLater when no decision could be made lasting in time: store away, or too busy
     * @throws TooLarge when the record or document would outgrow what can be sent or stored
     */
    public Outcome<S> handle(String id, C command, Precondition<S> precondition) {
        return inTurn(
                id,
                found -> {
                    S state = found == null ? null : found.state();
                    return switch (decider.decide().decide(state, command)) {
                        case Rejected<E>(var reason) -> Step.end(new Outcome.Refused<>(reason));
                        case Unchanged<E>() when found == null ->
                                throw new IllegalStateException("unchanged, but there is nothing");
                        case Unchanged<E>() ->
                                Step.end(new Outcome.Done<>(found.stored(), state, false));
                        case Accepted<E> _ when !precondition.holds(state) ->
                                Step.end(new Outcome.Stale<>());
                        case Accepted<E>(var events) -> Step.write(evolve(state, events), events);
                    };
                });
    }

    /**
     * Says the present state again as an event of its own, so that it is the key's last record.
     * Nothing happens when there is no such document, or when something newer than {@code
     * newestRead} is on its way anyway: of several instances that notice the same, one acts.
     */
    public void republish(String id, long newestRead) {
        var outcome =
                inTurn(
                        id,
                        found ->
                                found == null || found.seq() > newestRead
                                        ? Step.end(new Outcome.Stale<>())
                                        : Step.write(found.state(), List.of()));
        if (outcome instanceof Outcome.Done<S>) {
            republished.increment();
        }
    }

    /** How many documents this instance republished. */
    public long republished() {
        return republished.sum();
    }

    /**
     * Republishes every document changed at or after a moment; waits out what is away.
     *
     * @return how many
     */
    public int republishSince(Instant moment) {
        var ids = store.changedSince(moment);
        for (var id : ids) {
            while (!republished(id)) {
                LockSupport.parkNanos(500_000_000L);
            }
        }
        return ids.size();
    }

    private boolean republished(String id) {
        try {
            republish(id, Long.MAX_VALUE);
            return true;
        } catch (TryLater later) {
            boolean anothers = later.code().equals(TryLater.NEWER_DOCUMENT);
            return anothers || Thread.currentThread().isInterrupted();
        }
    }

    public Optional<Stored<S>> find(String id) {
        try {
            return Optional.ofNullable(store.load(id, attempt)).map(AggregateStore.Found::stored);
        } catch (MongoException away) {
            throw storeAway(away);
        }
    }

    /** Those of the ids that exist, without what a newer version wrote, in no particular order. */
    public List<Stored<S>> findAll(Collection<String> ids) {
        try {
            return store.loadAll(ids, attempt);
        } catch (MongoException away) {
            throw storeAway(away);
        }
    }

    /**
     * Every document; a scan, never on a request's way.
     *
     * @throws TryLater when one was written by a newer version: who does something about each must
     *     not leave one out
     */
    public void forEach(Consumer<Stored<S>> reader) {
        store.scan(reader);
    }

    /** Every document but what a newer version wrote, which is not for this one to show. */
    public void forEachReadable(Consumer<Stored<S>> reader) {
        store.scanReadable(reader);
    }

    /**
     * The documents whose next event the broker does not take just now, and how often it was tried
     * in a row: for alarms, since nothing else of such a document is sent either.
     */
    public Map<String, Integer> stuck() {
        return relay.stuck();
    }

    /** How many commands and lanes are at work. */
    int atWork() {
        return queues.size() + relay.lanes();
    }

    void start(Duration sweep) {
        store.prepare();
        relay.start(sweep);
    }

    @Override
    public void close() {
        relay.close();
    }

    private S evolve(@Nullable S state, List<E> events) {
        S evolved = state;
        for (E event : events) {
            evolved = decider.evolve().evolve(evolved, event);
        }
        if (evolved == null) {
            throw new IllegalStateException("no state after " + events.size() + " events");
        }
        return evolved;
    }

    private Outcome<S> inTurn(String id, Look<S, E> look) {
        long end = System.nanoTime() + deadline.toNanos();
        return queues.inTurn(
                id, end, () -> untilDecided(new Turn<>(store, id, end, attempt), look));
    }

    private Outcome<S> untilDecided(Turn<S, E> turn, Look<S, E> look) {
        RuntimeException last = null;
        for (int tries = 0; tries == 0 || System.nanoTime() < turn.end; tries++) {
            pause(tries, turn.end);
            try {
                var found = turn.load();
                if (tries > 0 && found != null && turn.isDoneIn(found)) {
                    relay.nudge(turn.id);
                    return turn.done(found.stored());
                }
                switch (look.on(found)) {
                    case Step.End<S, E>(var outcome) -> {
                        nudgeIfUnsent(found);
                        return outcome;
                    }
                    case Step.Write<S, E>(var state, var events) -> {
                        var next =
                                store.next(
                                        turn.id, found, state, events, turn.nonce, clock.instant());
                        if (turn.writes(found, next)) {
                            relay.nudge(turn.id);
                            return turn.done(next.stored());
                        }
                    }
                }
            } catch (MongoException | BsonMaximumSizeExceededException trouble) {
                if (TooLarge.saysTheStore(trouble)) {
                    throw new TooLarge(topic.name() + " document, says the store");
                }
                last = trouble;
            }
        }
        throw last == null
                ? new TryLater("busy", topic.name() + " " + turn.id + " is too busy", null)
                : storeAway(last);
    }

    /** What an attempt of unknown outcome left is sent at the latest when it is repeated. */
    private void nudgeIfUnsent(AggregateStore.@Nullable Found<S> found) {
        if (found != null && !found.outbox().isEmpty()) {
            relay.nudge(found.id());
        }
    }

    /** Full jitter, growing: many instances after one document must not move in step. */
    private static void pause(int tries, long end) {
        if (tries > 0) {
            long most = Math.min(1_000_000L << Math.min(tries, 8), end - System.nanoTime());
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(Math.max(1, most)));
        }
    }

    private static TryLater storeAway(RuntimeException cause) {
        return new TryLater("store-away", "the store did not answer", cause);
    }

    /** One look at the document, and what to do about it. */
    private interface Look<S, E> {
        Step<S, E> on(AggregateStore.@Nullable Found<S> found);
    }

    private sealed interface Step<S, E> {
        record End<S, E>(Outcome<S> outcome) implements Step<S, E> {}

        record Write<S, E>(S state, List<E> events) implements Step<S, E> {}

        static <S, E> Step<S, E> end(Outcome<S> outcome) {
            return new End<>(outcome);
        }

        static <S, E> Step<S, E> write(S state, List<E> events) {
            return new Write<>(state, events);
        }
    }
}
