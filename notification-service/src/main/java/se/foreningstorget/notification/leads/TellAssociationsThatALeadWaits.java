package se.foreningstorget.notification.leads;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import se.foreningstorget.contracts.Language;
import se.foreningstorget.contracts.register.Lead;
import se.foreningstorget.contracts.register.LeadEvent;
import se.foreningstorget.contracts.register.LeadEvent.LeadForwarded;
import se.foreningstorget.contracts.register.LeadStatus;
import se.foreningstorget.contracts.register.RegisterTopics;
import se.foreningstorget.eventkit.read.EventReader;
import se.foreningstorget.eventkit.read.Happened;
import se.foreningstorget.notification.mail.Links;
import se.foreningstorget.notification.mail.MailTexts;
import se.foreningstorget.notification.mail.Mails;

/**
 * Each association a lead was forwarded to gets a mail with a link to it. Who it is and what they
 * wish stands behind the link only: mail is read over shoulders and forwarded.
 */
@Configuration(proxyBeanMethods = false)
public class TellAssociationsThatALeadWaits {
    public static final String NAME = "tell-associations-that-a-lead-waits";

    @Bean
    Consumer<Message<byte[]>> tellAssociationsThatALeadWaits(
            EventReader reader, Mails mails, MailTexts texts, Links links) {
        return reader.reacting(
                NAME, RegisterTopics.LEADS, happened -> tell(happened, mails, texts, links));
    }

    static void tell(
            Happened<Lead, LeadEvent> happened, Mails mails, MailTexts texts, Links links) {
        if (!(happened.event() instanceof LeadForwarded(var lead, var forwards, _, _))) {
            return;
        }
        if (happened.state().status() == LeadStatus.FORGOTTEN) {
            return; // read so late that there is nothing left behind the link
        }
        for (var forward : forwards) {
            mails.queue(
                    texts.mail(
                            happened.effectId() + "/" + forward.association(),
                            forward.contactEmail(),
                            Language.SV,
                            "lead-waits",
                            forward.associationName(),
                            happened.state().number(),
                            links.answer(
                                    lead.value(), forward.association().value(), forward.key())));
        }
    }
}
