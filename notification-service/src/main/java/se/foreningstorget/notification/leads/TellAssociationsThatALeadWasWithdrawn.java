package se.foreningstorget.notification.leads;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import se.foreningstorget.contracts.Language;
import se.foreningstorget.contracts.register.Lead;
import se.foreningstorget.contracts.register.LeadEvent;
import se.foreningstorget.contracts.register.LeadEvent.LeadWithdrawn;
import se.foreningstorget.contracts.register.RegisterTopics;
import se.foreningstorget.eventkit.read.EventReader;
import se.foreningstorget.eventkit.read.Happened;
import se.foreningstorget.notification.mail.MailTexts;
import se.foreningstorget.notification.mail.Mails;

/** The associations that had got a lead hear that its resident took it back. */
@Configuration(proxyBeanMethods = false)
public class TellAssociationsThatALeadWasWithdrawn {
    public static final String NAME = "tell-associations-that-a-lead-was-withdrawn";

    @Bean
    Consumer<Message<byte[]>> tellAssociationsThatALeadWasWithdrawn(
            EventReader reader, Mails mails, MailTexts texts) {
        return reader.reacting(
                NAME, RegisterTopics.LEADS, happened -> tell(happened, mails, texts));
    }

    static void tell(Happened<Lead, LeadEvent> happened, Mails mails, MailTexts texts) {
        if (!(happened.event() instanceof LeadWithdrawn)) {
            return;
        }
        for (var forward : happened.state().forwards()) {
            mails.queue(
                    texts.mail(
                            happened.effectId() + "/" + forward.association(),
                            forward.contactEmail(),
                            Language.SV,
                            "lead-withdrawn",
                            forward.associationName(),
                            happened.state().number()));
        }
    }
}
