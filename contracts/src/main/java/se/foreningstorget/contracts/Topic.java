package se.foreningstorget.contracts;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A compacted topic: who owns it, what its records say and how long they may stay.
 *
 * @param name {@code <owner>.<aggregates>}, never changed
 * @param partitions never changed: another count is another topic
 * @param personal whether records hold facts about people; then compaction has an upper bound too
 * @param state the aggregate as other services see it, attached to each record
 * @param event the sealed interface of what can have happened
 */
public record Topic<S, E>(
        String name, int partitions, boolean personal, Class<S> state, Class<E> event) {

    /** The longest outage a reaction survives: no record is compacted away sooner. */
    public static final Duration MIN_COMPACTION_LAG = Duration.ofDays(7);

    /** The bound within which a forgotten person's older records are gone from the log. */
    public static final Duration MAX_COMPACTION_LAG = Duration.ofDays(14);

    /** Keys that start so belong to the machinery and carry no event. */
    public static final String TICK_KEY_PREFIX = "tick/";

    private static final int PARTITIONS = 4;

    public Topic {
        if (!event.isSealed()) {
            throw new IllegalArgumentException(event + " is not sealed");
        }
    }

    public static <S, E> Topic<S, E> of(String name, Class<S> state, Class<E> event) {
        return new Topic<>(name, PARTITIONS, false, state, event);
    }

    public static <S, E> Topic<S, E> personal(String name, Class<S> state, Class<E> event) {
        return new Topic<>(name, PARTITIONS, true, state, event);
    }

    public String owner() {
        return name.substring(0, name.indexOf('.'));
    }

    /** Where a group puts a record that it can never take in. */
    public String parkingFor(String group) {
        return name + "." + group + ".dlq";
    }

    /** The event records of this topic by their name on the wire. */
    public Map<String, Class<? extends E>> eventTypes() {
        return Arrays.stream(event.getPermittedSubclasses())
                .map(type -> type.<E>asSubclass(event))
                .collect(Collectors.toUnmodifiableMap(Topic::wireName, Function.identity()));
    }

    /** An event record's name on the wire. */
    public static String wireName(Class<?> event) {
        var name = event.getAnnotation(WireName.class);
        if (name == null) {
            throw new IllegalArgumentException(event + " has no @WireName");
        }
        return name.value();
    }
}
