package se.foreningstorget.eventkit;

import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.contracts.Topic;

/**
 * How an aggregate's document lies in the store: {@code {_id, schema, version, seq, at, state,
 * outbox: [{type, data, seq, at, trace}], pending, nonces}}. Filters are plain documents of exactly
 * an index's keys, since that is all the embedded store looks up quickly.
 */
final class AggregateStore<S, E> {
    static final String REPUBLISHED = "state-republished";
    static final int MOST_UNSENT = 1_000;
    static final int MOST_RECORD_BYTES = 512 * 1024;
    static final int MOST_DOCUMENT_BYTES = 4 * 1024 * 1024;
    static final int NONCES_KEPT = 16;
    private static final long SCAN_STEP_SECONDS = 60;
    private static final int DUPLICATE_KEY = 11_000;

    private final Topic<S, E> topic;
    private final int schema;
    private final MongoCollection<Document> collection;

    AggregateStore(Topic<S, E> topic, int schema, MongoCollection<Document> collection) {
        this.topic = topic;
        this.schema = schema;
        // what is decided on, and what is taken for done, must not be rolled back
        this.collection = collection.withReadConcern(ReadConcern.MAJORITY);
    }

    /** A document as read. */
    record Found<S>(
            String id,
            long version,
            long seq,
            S state,
            List<String> nonces,
            List<Document> outbox) {
        Stored<S> stored() {
            return new Stored<>(id, state, seq);
        }
    }

    /** A document as it is to be written. */
    record Next<S>(
            Stored<S> stored,
            Document stateDocument,
            List<Document> unsent,
            List<String> nonces,
            Instant at) {}

    void prepare() {
        var unhurried = within(Duration.ofMinutes(5));
        unhurried.createIndex(Indexes.ascending("_id", "version"), new IndexOptions().unique(true));
        unhurried.createIndex(Indexes.ascending("pending"));
    }

    /** What is to be answered within a time throws the driver's timeout when it is not. */
    @Nullable Found<S> load(String id, Duration most) {
        var document = within(most).find(new Document("_id", id)).first();
        return document == null ? null : read(document);
    }

    List<Stored<S>> loadAll(Collection<String> ids, Duration most) {
        var all = new ArrayList<Stored<S>>(ids.size());
        for (var document : within(most).find(Filters.in("_id", ids))) {
            if (!isNewer(document)) {
                all.add(read(document).stored());
            }
        }
        return all;
    }

    void scan(Consumer<Stored<S>> reader) {
        try (var cursor = everything().iterator()) {
            cursor.forEachRemaining(document -> reader.accept(read(document).stored()));
        }
    }

    /** All but what a newer version wrote: beside it, an older one serves the others. */
    void scanReadable(Consumer<Stored<S>> reader) {
        try (var cursor = everything().iterator()) {
            cursor.forEachRemaining(document -> {
                if (!isNewer(document)) {
                    reader.accept(read(document).stored());
                }
            });
        }
    }

    /** The ids of what was written at or after a moment, or is older than such notes. */
    List<String> changedSince(Instant moment) {
        var ids = new ArrayList<String>();
        try (var cursor = everything().projection(Projections.include("_id", "at")).iterator()) {
            cursor.forEachRemaining(document -> {
                var at = document.getString("at");
                if (at == null || !Instant.parse(at).isBefore(moment)) {
                    ids.add(document.getString("_id"));
                }
            });
        }
        return ids;
    }

    Next<S> next(
            String id,
            @Nullable Found<S> found,
            S state,
            List<E> events,
            String nonce,
            Instant at) {
        long seq = found == null ? 0 : found.seq();
        var unsent = new ArrayList<Document>();
        for (E event : events) {
            unsent.add(unsent(Topic.wireName(event.getClass()), Documents.of(event), ++seq, at));
        }
        if (events.isEmpty()) {
            unsent.add(unsent(REPUBLISHED, new Document(), ++seq, at));
        }
        var nonces = new ArrayList<>(found == null ? List.<String>of() : found.nonces());
        nonces.add(nonce);
        var kept = nonces.subList(Math.max(0, nonces.size() - NONCES_KEPT), nonces.size());
        var next = new Next<>(new Stored<>(id, state, seq), Documents.of(state), unsent, kept, at);
        refuseWhatCannotBeSentOrStored(found, next);
        return next;
    }

    /** False when another instance was first. */
    boolean write(@Nullable Found<S> found, Next<S> next, Duration most) {
        var id = next.stored().id();
        var changed =
                new Document("schema", schema)
                        .append("version", found == null ? 1L : found.version() + 1)
                        .append("seq", next.stored().seq())
                        .append("at", next.at().toString())
                        .append("state", next.stateDocument())
                        .append("pending", true)
                        .append("nonces", next.nonces());
        if (found == null) {
            try {
                within(most).insertOne(created(id, next, changed));
                return true;
            } catch (MongoWriteException refused) {
                if (refused.getError().getCode() == DUPLICATE_KEY) {
                    return false;
                }
                throw refused;
            }
        }
        var result =
                within(most)
                        .updateOne(
                                new Document("_id", id).append("version", found.version()),
                                new Document("$set", changed)
                                        .append(
                                                "$push",
                                                new Document(
                                                        "outbox",
                                                        new Document("$each", next.unsent()))));
        return result.getMatchedCount() == 1;
    }

    /** A scan may take long; only each of its steps may not. */
    private FindIterable<Document> everything() {
        return within(Duration.ofSeconds(SCAN_STEP_SECONDS))
                .find()
                .timeoutMode(TimeoutMode.ITERATION);
    }

    private MongoCollection<Document> within(Duration most) {
        return collection.withTimeout(Math.max(1, most.toMillis()), TimeUnit.MILLISECONDS);
    }

    private boolean isNewer(Document document) {
        return document.getInteger("schema") > schema;
    }

    private Found<S> read(Document document) {
        if (isNewer(document)) {
            throw new TryLater(
                    TryLater.NEWER_DOCUMENT,
                    topic.name()
                            + " "
                            + document.getString("_id")
                            + " was written by a newer version",
                    null);
        }
        return new Found<>(
                document.getString("_id"),
                document.getLong("version"),
                document.getLong("seq"),
                Documents.read(document.get("state"), topic.state()),
                document.getList("nonces", String.class),
                document.getList("outbox", Document.class));
    }

    private static <S> Document created(String id, Next<S> next, Document changed) {
        var document = new Document("_id", id).append("outbox", next.unsent());
        document.putAll(changed);
        return document;
    }

    private static Document unsent(String type, Document data, long seq, Instant at) {
        var one =
                new Document("type", type)
                        .append("data", data)
                        .append("seq", seq)
                        .append("at", at.toString());
        var trace = MDC.get(Trace.KEY);
        return trace == null ? one : one.append("trace", trace);
    }

    private void refuseWhatCannotBeSentOrStored(@Nullable Found<S> found, Next<S> next) {
        int waiting = found == null ? 0 : found.outbox().size();
        if (waiting + next.unsent().size() > MOST_UNSENT) {
            throw new TryLater(
                    "busy",
                    waiting + " events of " + next.stored().id() + " wait to be sent",
                    null);
        }
        int state = bytes(next.stored().state());
        int document = state;
        for (var event : next.unsent()) {
            int size = bytes(event);
            if (state + size > MOST_RECORD_BYTES) {
                throw new TooLarge(topic.name() + " record of " + (state + size) + " bytes");
            }
            document += size;
        }
        // what waits will be sent with the new state: it must not be too large together with it
        boolean sendable = true;
        for (var event : found == null ? List.<Document>of() : found.outbox()) {
            int size = bytes(event);
            sendable &= state + size <= MOST_RECORD_BYTES;
            document += size;
        }
        if (!sendable || document > MOST_DOCUMENT_BYTES) {
            throw new TryLater(
                    "busy", next.stored().id() + " has too much waiting to be sent", null);
        }
    }

    private static int bytes(Object value) {
        return ContractJson.mapper().writeValueAsBytes(value).length;
    }
}
