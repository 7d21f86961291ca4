package se.foreningstorget.eventkit;

import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.contracts.Topic;

/**
 * How an aggregate's document lies in the store: {@code {_id, schema, version, seq, state, outbox:
 * [{type, data, seq, at, trace}], pending, nonces}}. Filters are plain documents of exactly an
 * index's keys, since that is all the embedded store looks up quickly.
 */
final class AggregateStore<S, E> {
    static final String REPUBLISHED = "state-republished";
    static final int MOST_UNSENT = 1_000;
    static final int MOST_RECORD_BYTES = 512 * 1024;
    static final int MOST_DOCUMENT_BYTES = 4 * 1024 * 1024;
    private static final int NONCES_KEPT = 16;
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
            Stored<S> stored, Document stateDocument, List<Document> unsent, List<String> nonces) {}

    void prepare() {
        collection.createIndex(
                Indexes.ascending("_id", "version"), new IndexOptions().unique(true));
        collection.createIndex(Indexes.ascending("pending"));
    }

    @Nullable Found<S> load(String id) {
        var document = collection.find(new Document("_id", id)).first();
        return document == null ? null : read(document);
    }

    List<Stored<S>> loadAll(Collection<String> ids) {
        var all = new ArrayList<Stored<S>>(ids.size());
        for (var document : collection.find(Filters.in("_id", ids))) {
            all.add(read(document).stored());
        }
        return all;
    }

    void scan(Consumer<Stored<S>> reader) {
        try (var cursor = collection.find().iterator()) {
            cursor.forEachRemaining(document -> reader.accept(read(document).stored()));
        }
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
        var next = new Next<>(new Stored<>(id, state, seq), Documents.of(state), unsent, kept);
        refuseWhatCannotBeSentOrStored(found, next);
        return next;
    }

    /** False when another instance was first. */
    boolean write(@Nullable Found<S> found, Next<S> next) {
        var id = next.stored().id();
        var changed =
                new Document("schema", schema)
                        .append("version", found == null ? 1L : found.version() + 1)
                        .append("seq", next.stored().seq())
                        .append("state", next.stateDocument())
                        .append("pending", true)
                        .append("nonces", next.nonces());
        if (found == null) {
            try {
                collection.insertOne(created(id, next, changed));
                return true;
            } catch (MongoWriteException refused) {
                if (refused.getError().getCode() == DUPLICATE_KEY) {
                    return false;
                }
                throw refused;
            }
        }
        var result =
                collection.updateOne(
                        new Document("_id", id).append("version", found.version()),
                        new Document("$set", changed)
                                .append(
                                        "$push",
                                        new Document(
                                                "outbox", new Document("$each", next.unsent()))));
        return result.getMatchedCount() == 1;
    }

    private Found<S> read(Document document) {
        if (document.getInteger("schema") > schema) {
            throw new TryLater(
                    "newer-document",
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
        int unsent = 0;
        for (var event : next.unsent()) {
            int record = state + bytes(event);
            if (record > MOST_RECORD_BYTES) {
                throw new TooLarge(topic.name() + " record of " + record + " bytes");
            }
            unsent += record - state;
        }
        int before = found == null || waiting == 0 ? 0 : bytes(found.outbox());
        if (state + unsent + before > MOST_DOCUMENT_BYTES) {
            throw new TryLater(
                    "busy", next.stored().id() + " has too much waiting to be sent", null);
        }
    }

    private static int bytes(Object value) {
        return ContractJson.mapper().writeValueAsBytes(value).length;
    }
}
