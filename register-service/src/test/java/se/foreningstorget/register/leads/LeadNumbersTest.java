package se.foreningstorget.register.leads;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.foreningstorget.contracts.register.LeadId;
import se.foreningstorget.testkit.Platform;

/** Short numbers on a real store. */
class LeadNumbersTest {
    private static MongoClient client;
    private static MongoDatabase database;

    @BeforeAll
    static void connect() {
        client = MongoClients.create(Platform.shared().mongoUri("lead-numbers-test"));
        database = client.getDatabase("lead-numbers-test");
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @Test
    void aRepeatFindsItsOwnClaim() {
        var numbers = new LeadNumbers(database);
        var first = numbers.claim(new LeadId("repeat"));
        assertThat(first).matches("[0-9]{3}-[0-9]{3}");
        assertThat(numbers.claim(new LeadId("repeat"))).isEqualTo(first);
    }

    @Test
    void aNumberThatIsTakenIsPassedOver() {
        var lead = new LeadId("passed-over");
        database.getCollection("lead-numbers")
                .insertOne(
                        new Document("_id", LeadNumbers.candidate(lead, 0))
                                .append("lead", "somebody-else"));
        assertThat(new LeadNumbers(database).claim(lead)).isEqualTo(LeadNumbers.candidate(lead, 1));
    }

    @Test
    void aMissingClaimIsMadeUpForBeforeTheNumberIsGivenAway() {
        var older = new LeadId("older");
        var newer = new LeadId("newer");
        var number = LeadNumbers.candidate(newer, 0);
        var numbers = new LeadNumbers(database);
        numbers.make(older, number);
        numbers.make(older, number);
        numbers.make(newer, number); // what is claimed stays its holder's
        assertThat(numbers.claim(newer)).isEqualTo(LeadNumbers.candidate(newer, 1));
        assertThat(database.getCollection("lead-numbers").find(new Document("_id", number)).first())
                .containsEntry("lead", "older");
    }

    @Test
    void manyAtOnceGetOneEach() throws Exception {
        var numbers = new LeadNumbers(database);
        var claims = new ArrayList<Future<String>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 400)
                    .mapToObj(i -> new LeadId("crowd-" + i / 2))
                    .forEach(lead -> claims.add(threads.submit(() -> numbers.claim(lead))));
        }
        List<String> claimed = new ArrayList<>();
        for (var claim : claims) {
            claimed.add(claim.get());
        }
        assertThat(claimed.stream().distinct()).hasSize(200);
    }
}
