package se.foreningstorget.notification.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import se.foreningstorget.contracts.Language;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.contracts.register.Forward;
import se.foreningstorget.contracts.register.Lead;
import se.foreningstorget.contracts.register.LeadAnswer;
import se.foreningstorget.contracts.register.LeadEvent;
import se.foreningstorget.contracts.register.LeadEvent.LeadAnswered;
import se.foreningstorget.contracts.register.LeadEvent.LeadForwarded;
import se.foreningstorget.contracts.register.LeadEvent.LeadLeft;
import se.foreningstorget.contracts.register.LeadEvent.LeadWithdrawn;
import se.foreningstorget.contracts.register.LeadId;
import se.foreningstorget.contracts.register.LeadStatus;
import se.foreningstorget.contracts.register.Resident;
import se.foreningstorget.eventkit.read.Happened;
import se.foreningstorget.notification.mail.Links;
import se.foreningstorget.notification.mail.Mail;
import se.foreningstorget.notification.mail.MailTexts;

/** What a resident hears of their lead, and in which language. */
class LeadMailsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final LeadId ID = new LeadId("lead-1");
    private static final AssociationId CHOIR = new AssociationId("choir");
    private static final Forward FORWARD =
            Forward.sent(CHOIR, "Råå kör", "kor@example.org", "forward-key", NOW);
    private static final Links LINKS = new Links("https://square.example.org/");

    private final MailTexts texts = new MailTexts(bundles());

    private static ResourceBundleMessageSource bundles() {
        var bundles = new ResourceBundleMessageSource();
        bundles.setBasename("notification-service-texts");
        bundles.setDefaultEncoding("UTF-8");
        bundles.setFallbackToSystemLocale(false);
        return bundles;
    }

    private static Happened<Lead, LeadEvent> happened(LeadEvent event, Resident resident) {
        var lead =
                new Lead(
                        ID,
                        "481-372",
                        "Sjunga",
                        resident,
                        "receipt-key",
                        "anonymous",
                        LeadStatus.FORWARDED,
                        List.of(FORWARD),
                        NOW,
                        null,
                        null,
                        null);
        return new Happened<>("reaction/lead-1/2", "lead-1", 2, NOW, event, lead);
    }

    private Mail mail(LeadEvent event, Language language) {
        var resident = new Resident("Anna Ek", "anna@example.org", null, language);
        return TellResidentWhatBecameOfTheLead.mail(happened(event, resident), texts, LINKS)
                .orElseThrow();
    }

    @Test
    void aReceiptHasTheNumberAndTheLink() {
        var resident = new Resident("Anna Ek", "anna@example.org", null, Language.SV);
        var left = new LeadLeft(ID, "481-372", "Sjunga", resident, "receipt-key", "anonymous", NOW);
        var mail = mail(left, Language.SV);
        assertThat(mail.id()).isEqualTo("reaction/lead-1/2");
        assertThat(mail.to()).isEqualTo("anna@example.org");
        assertThat(mail.subject()).isEqualTo("Din intresseanmälan 481-372");
        assertThat(mail.text())
                .contains("481-372")
                .contains("https://square.example.org/leads/lead-1/receipt/receipt-key")
                .doesNotContain("Sjunga");
    }

    @Test
    void theResidentHearsWhereItWent() {
        var mail = mail(new LeadForwarded(ID, List.of(FORWARD), "staff", NOW), Language.EN);
        assertThat(mail.language()).isEqualTo(Language.EN);
        assertThat(mail.text()).contains("has been sent to:\n\n- Råå kör\n");
    }

    @Test
    void theResidentHearsWhatWasAnsweredInTheAssociationsWords() {
        var answer =
                new LeadAnswered(ID, CHOIR, LeadAnswer.WELCOME, "Kom på {tisdag}!\nIt's on", NOW);
        assertThat(mail(answer, Language.SV).text())
                .contains("Råå kör har svarat")
                .contains("481-372: Du är välkommen!\n\n> Kom på {tisdag}!\n> It's on\n");
        var bare = new LeadAnswered(ID, CHOIR, LeadAnswer.FULL, null, NOW);
        assertThat(mail(bare, Language.EN).text()).contains("There is no room just now.\n\nAll");
    }

    @Test
    void whoHasNoMailAddressIsTelephonedInstead() {
        var byPhone = new Resident("Anna Ek", null, "042-10 50 00", Language.SV);
        var forwarded = new LeadForwarded(ID, List.of(FORWARD), "staff", NOW);
        assertThat(TellResidentWhatBecameOfTheLead.mail(happened(forwarded, byPhone), texts, LINKS))
                .isEmpty();
        var byMail = new Resident("Anna Ek", "anna@example.org", null, Language.SV);
        assertThat(
                        TellResidentWhatBecameOfTheLead.mail(
                                happened(new LeadWithdrawn(ID, NOW), byMail), texts, LINKS))
                .isEmpty();
    }
}
