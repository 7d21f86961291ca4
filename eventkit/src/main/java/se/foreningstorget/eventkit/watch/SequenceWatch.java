package se.foreningstorget.eventkit.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Sits in a group's consumer and counts what does not come in sequence; it changes nothing. */
public final class SequenceWatch implements ConsumerInterceptor<Object, Object> {
    /** The setting that carries the registry to count in. */
    static final String REGISTRY = "foreningstorget.watch.registry";

    static final String GAPS = "foreningstorget.events.gaps";
    static final String REPEATED = "foreningstorget.events.repeated";

    private final Sequences sequences = new Sequences();
    private MeterRegistry registry = new SimpleMeterRegistry();
    private String group = "";

    @Override
    public void configure(Map<String, ?> settings) {
        registry = (MeterRegistry) Objects.requireNonNull(settings.get(REGISTRY));
        group = String.valueOf(settings.get(ConsumerConfig.GROUP_ID_CONFIG));
    }

    @Override
    public ConsumerRecords<Object, Object> onConsume(ConsumerRecords<Object, Object> records) {
        for (var record : records) {
            switch (sequences.take(record)) {
                case EXPECTED -> {}
                case REPEATED -> counter(registry, REPEATED, group, record.topic()).increment();
                case AFTER_A_GAP -> counter(registry, GAPS, group, record.topic()).increment();
            }
        }
        return records;
    }

    static Counter counter(MeterRegistry registry, String name, String group, String topic) {
        return Counter.builder(name)
                .description(
                        name.equals(GAPS)
                                ? "Events a group met without the one before"
                                : "Events a group met again in another record")
                .tag("group", group)
                .tag("topic", topic)
                .register(registry);
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}
}
