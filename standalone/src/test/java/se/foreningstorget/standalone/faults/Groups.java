package se.foreningstorget.standalone.faults;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the consumer groups of a broker are. */
final class Groups implements AutoCloseable {
    private final Admin admin;

    Groups(String kafka) {
        this.admin = Admin.create(Map.of("bootstrap.servers", kafka));
    }

    /** Where each group goes on, by group and partition. */
    Map<String, Map<TopicPartition, OffsetAndMetadata>> places()
            throws ExecutionException, InterruptedException {
        var groups =
                admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
                        .map(GroupListing::groupId)
                        .collect(
                                Collectors.toMap(
                                        group -> group, _ -> new ListConsumerGroupOffsetsSpec()));
        return admin.listConsumerGroupOffsets(groups).all().get();
    }

    /** Whether every group has a place on something, and nothing before it to read. */
    boolean areAtTheEnd() throws ExecutionException, InterruptedException {
        var places = places();
        var partitions =
                places.values().stream().flatMap(it -> it.keySet().stream()).distinct().toList();
        var ends =
                admin.listOffsets(
                                partitions.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        it -> it, _ -> OffsetSpec.latest())))
                        .all()
                        .get();
        return !places.isEmpty()
                && places.values().stream()
                        .allMatch(group ->
                                !group.isEmpty()
                                        && group.entrySet().stream()
                                                .allMatch(place ->
                                                        place.getValue().offset()
                                                                == Objects.requireNonNull(
                                                                                ends.get(
                                                                                        place
                                                                                                .getKey()))
                                                                        .offset()));
    }

    /** As when a broker forgets them. */
    void forget() throws ExecutionException, InterruptedException {
        admin.deleteConsumerGroups(places().keySet()).all().get();
    }

    @Override
    public void close() {
        admin.close();
    }
}
