package se.foreningstorget.eventkit.watch;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import se.foreningstorget.eventkit.AggregateFactory;
import se.foreningstorget.eventkit.Aggregates;
import se.foreningstorget.eventkit.read.EventReader;
import se.foreningstorget.eventkit.read.Feed;

/** The figures of one service, named by topic and group: never by key, person or address. */
final class Watch implements MeterBinder, AutoCloseable {
    private final AggregateFactory factory;
    private final EventReader reader;
    private final List<Feed<?>> feeds;
    private final List<StoreCount> counts;
    private final MongoDatabase database;
    private final Unsent unsent;
    private final Lags lags;
    private final Map<String, Long> counted = new ConcurrentHashMap<>();
    private final Look atStore;
    private final Look atBroker;

    Watch(
            AggregateFactory factory,
            EventReader reader,
            List<Feed<?>> feeds,
            List<StoreCount> counts,
            MongoDatabase database,
            Unsent unsent,
            Lags lags,
            WatchSettings settings) {
        this.factory = factory;
        this.reader = reader;
        this.feeds = feeds;
        this.counts = counts;
        this.database = database;
        this.unsent = unsent;
        this.lags = lags;
        this.atStore = new Look("store", settings, this::lookAtStore);
        this.atBroker = new Look("broker", settings, () -> lags.look(readers()));
    }

    private List<Lags.Reader> readers() {
        return Lags.readers(reader);
    }

    private void lookAtStore() {
        factory.all().forEach(one -> unsent.look(one.topic().name()));
        counts.forEach(one ->
                counted.put(
                        one.metric(),
                        database.getCollection(one.collection()).countDocuments(one.filter())));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var look : List.of(atStore, atBroker)) {
            gauge(
                    registry,
                    "foreningstorget.watch.age.seconds",
                    "How old the figures of this part are",
                    Tags.of("part", look.part()),
                    () -> {
                        look.fresh();
                        return look.ageSeconds();
                    });
        }
        factory.all().forEach(one -> bind(one, Tags.of("topic", one.topic().name()), registry));
        feeds.forEach(feed -> bind(feed, Tags.of("topic", feed.source().topic().name()), registry));
        readers()
                .forEach(one ->
                        bind(
                                one,
                                Tags.of("group", one.group(), "topic", one.topic().name()),
                                registry));
        for (var count : counts) {
            gauge(
                    registry,
                    count.metric(),
                    count.description(),
                    Tags.empty(),
                    () -> {
                        atStore.fresh();
                        return known(counted.getOrDefault(count.metric(), -1L));
                    });
        }
    }

    private void bind(Aggregates<?, ?, ?> one, Tags tags, MeterRegistry registry) {
        gauge(
                registry,
                "foreningstorget.unsent.documents",
                "Documents with events that the broker does not have yet",
                tags,
                () -> known(waiting(one).documents()));
        gauge(
                registry,
                "foreningstorget.unsent.oldest.seconds",
                "How long the oldest unsent event has waited",
                tags,
                () -> waiting(one).oldestSeconds());
        gauge(
                registry,
                "foreningstorget.stuck.documents",
                "Documents whose next event the broker refused when last tried",
                tags,
                () -> one.stuck().size());
        counter(
                registry,
                "foreningstorget.republished",
                "Documents whose state was said again",
                tags,
                one,
                Aggregates::republished);
    }

    private void bind(Feed<?> feed, Tags tags, MeterRegistry registry) {
        gauge(
                registry,
                "foreningstorget.feed.caught.up",
                "1 once the index holds what was there at the start",
                tags,
                () -> feed.isCaughtUp() ? 1 : 0);
        counter(
                registry,
                "foreningstorget.late.duplicates",
                "Old records that stood as the last word of their key until said over",
                tags,
                feed,
                Feed::lateDuplicates);
        counter(
                registry,
                "foreningstorget.feed.skipped",
                "Records an index could not take in and left out",
                tags,
                feed,
                Feed::skipped);
    }

    private void bind(Lags.Reader reader, Tags tags, MeterRegistry registry) {
        gauge(
                registry,
                "foreningstorget.group.lag.records",
                "Records a group has not taken in",
                tags,
                () -> known(behind(reader).records()));
        gauge(
                registry,
                "foreningstorget.group.lag.seconds",
                "Age of the oldest record a group has not taken in",
                tags,
                () -> behind(reader).seconds());
        gauge(
                registry,
                "foreningstorget.parked.records",
                "Records a group could never take in and put aside",
                tags,
                () -> known(behind(reader).parked()));
        SequenceWatch.counter(registry, SequenceWatch.GAPS, reader.group(), reader.topic().name());
        SequenceWatch.counter(
                registry, SequenceWatch.REPEATED, reader.group(), reader.topic().name());
    }

    private Unsent.Waiting waiting(Aggregates<?, ?, ?> one) {
        atStore.fresh();
        return unsent.of(one.topic().name());
    }

    private Lags.Behind behind(Lags.Reader reader) {
        atBroker.fresh();
        return lags.of(reader);
    }

    private static double known(long count) {
        return count < 0 ? Double.NaN : count;
    }

    private static void gauge(
            MeterRegistry registry,
            String name,
            String description,
            Tags tags,
            Supplier<Number> value) {
        Gauge.builder(name, value).description(description).tags(tags).register(registry);
    }

    private static <T> void counter(
            MeterRegistry registry,
            String name,
            String description,
            Tags tags,
            T of,
            ToDoubleFunction<T> value) {
        FunctionCounter.builder(name, of, value)
                .description(description)
                .tags(tags)
                .register(registry);
    }

    @Override
    public void close() {
        lags.close();
    }
}
