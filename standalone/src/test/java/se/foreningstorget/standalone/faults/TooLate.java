package se.foreningstorget.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import se.foreningstorget.contracts.register.RegisterTopics;
import se.foreningstorget.eventkit.EventRecord;

/**
 * Makes one instance of the register send what it read of a document after the other sent something
 * newer.
 */
final class TooLate {
    private static final int IN_FLIGHT = 12; // more than a producer has under way at once
    private static final int LOOKS = 50;

    private TooLate() {}

    /**
     * The broker answers nothing for a moment, so that what one instance has read and wants to send
     * stays with it; then that instance stands still while the other sends something newer.
     *
     * @return whether it came so: an old record after a newer one
     */
    static boolean sent(TwoOfEach two, String id) {
        var one = two.register.getFirst();
        var other = two.register.getLast();
        name(two, one, id, "Första namnet");
        await().until(() -> records(two).of(id).size() == 1);
        two.beforeBroker().hold();
        try {
            for (int i = 0; i < IN_FLIGHT; i++) {
                name(two, one, id + "-fore-" + i, "Före");
            }
            name(two, one, id, "Andra namnet");
            for (int i = 0; i < LOOKS; i++) { // it has time to read the document by itself
                one.http().get(Crowd.REGISTER + "associations/" + id, null);
            }
            one.pause();
        } finally {
            two.beforeBroker().release();
        }
        try {
            name(two, other, id, "Tredje namnet");
            await().until(() -> records(two).of(id).getLast().stateSeq() == 3);
        } finally {
            one.resume();
        }
        name(two, one, id + "-efter", "Efter");
        await().until(() -> !records(two).of(id + "-efter").isEmpty());
        await().until(() -> one.figure("foreningstorget_unsent_documents") == 0);
        var seqs = records(two).of(id).stream().map(EventRecord::stateSeq).toList();
        return seqs.lastIndexOf(2L) > seqs.indexOf(3L);
    }

    private static TopicFromStart records(TwoOfEach two) {
        return TopicFromStart.read(two.kafka(), RegisterTopics.ASSOCIATIONS.name());
    }

    private static void name(TwoOfEach two, Instance instance, String id, String name) {
        var reply =
                instance.http()
                        .put(
                                Crowd.REGISTER + "associations/" + id,
                                two.staff(),
                                Map.of("name", name));
        assertThat(reply.status()).as(reply.raw().body()).isIn(200, 201);
    }
}
