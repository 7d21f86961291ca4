package se.foreningstorget.notification;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.foreningstorget.contracts.Language;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.contracts.register.Forward;
import se.foreningstorget.contracts.register.Lead;
import se.foreningstorget.contracts.register.LeadEvent;
import se.foreningstorget.contracts.register.LeadEvent.LeadForwarded;
import se.foreningstorget.contracts.register.LeadEvent.LeadWithdrawn;
import se.foreningstorget.contracts.register.LeadId;
import se.foreningstorget.contracts.register.LeadStatus;
import se.foreningstorget.contracts.register.RegisterTopics;
import se.foreningstorget.contracts.register.Resident;

/** What associations and residents are mailed of a lead. */
@ExtendWith(TheSquare.class)
class LeadServiceTest {
    private final Square square;

    LeadServiceTest(Square square) {
        this.square = square;
    }

    @Test
    void anAssociationHearsOfALeadOnceAndNothingAboutThePerson() {
        var id = new LeadId("lead-1");
        var resident = new Resident("Greta Lind", "greta@example.org", "042-10 50 00", Language.EN);
        var forward =
                Forward.sent(
                        new AssociationId("choir"),
                        "Råå kör",
                        "kor@example.org",
                        "forward-key",
                        Instant.now());
        var now = Instant.now();
        var lead = lead(id, resident, forward, LeadStatus.FORWARDED);
        LeadEvent forwarded = new LeadForwarded(id, List.of(forward), "staff", now);
        square.records().publish(RegisterTopics.LEADS, id.value(), 2, forwarded, lead, now);
        square.records().publish(RegisterTopics.LEADS, id.value(), 2, forwarded, lead, now);
        var mail = square.awaitMail("kor@example.org", 1);
        assertThat(mail.subject()).isEqualTo("En intresseanmälan väntar på er");
        assertThat(mail.text())
                .contains("https://square.example.org/leads/lead-1/answer/choir/forward-key");
        var whole = mail.subject() + mail.text() + mail.headers() + mail.messageId();
        for (var personal :
                List.of("Greta", "Lind", "greta@", "042", "10 50 00", "sjunga", "kören")) {
            assertThat(whole).doesNotContainIgnoringCase(personal);
        }
        var told = square.awaitMail("greta@example.org", 1);
        assertThat(told.subject()).isEqualTo("Your expression of interest 481-372 has been sent");
        assertThat(told.text()).contains("Råå kör").contains("/leads/lead-1/receipt/receipt-key");

        square.records()
                .publish(
                        RegisterTopics.LEADS,
                        id.value(),
                        3,
                        new LeadWithdrawn(id, now),
                        lead(id, resident, forward, LeadStatus.WITHDRAWN),
                        Instant.now());
        var withdrawn = square.awaitMail("kor@example.org", 2);
        assertThat(withdrawn.subject()).isEqualTo("En intresseanmälan har tagits tillbaka");
        assertThat(withdrawn.text()).contains("481-372").doesNotContain("Greta");
        assertThat(square.mailsTo("kor@example.org")).hasSize(2);
        assertThat(square.mailsTo("greta@example.org")).hasSize(1);
    }

    private static Lead lead(LeadId id, Resident resident, Forward forward, LeadStatus status) {
        return new Lead(
                id,
                "481-372",
                "Jag vill sjunga i kören",
                resident,
                "receipt-key",
                "anonymous",
                status,
                List.of(requireNonNull(forward)),
                Instant.now(),
                null,
                null,
                null);
    }
}
