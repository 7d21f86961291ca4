package se.foreningstorget.notification.leads;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import se.foreningstorget.contracts.Language;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.contracts.register.Forward;
import se.foreningstorget.contracts.register.Lead;
import se.foreningstorget.contracts.register.LeadAnswer;
import se.foreningstorget.contracts.register.LeadEvent;
import se.foreningstorget.contracts.register.LeadEvent.LeadAnswered;
import se.foreningstorget.contracts.register.LeadEvent.LeadForgotten;
import se.foreningstorget.contracts.register.LeadEvent.LeadForwarded;
import se.foreningstorget.contracts.register.LeadEvent.LeadHeld;
import se.foreningstorget.contracts.register.LeadEvent.LeadLeft;
import se.foreningstorget.contracts.register.LeadEvent.LeadReleased;
import se.foreningstorget.contracts.register.LeadEvent.LeadWithdrawn;
import se.foreningstorget.contracts.register.RegisterTopics;
import se.foreningstorget.eventkit.read.EventReader;
import se.foreningstorget.eventkit.read.Happened;
import se.foreningstorget.notification.mail.Links;
import se.foreningstorget.notification.mail.Mail;
import se.foreningstorget.notification.mail.MailTexts;
import se.foreningstorget.notification.mail.Mails;

/**
 * A resident with a mail address gets the receipt, and hears where the lead went and what was
 * answered, in their own language. One without is told by telephone.
 */
@Configuration(proxyBeanMethods = false)
public class TellResidentWhatBecameOfTheLead {
    public static final String NAME = "tell-resident-what-became-of-the-lead";

    @Bean
    Consumer<Message<byte[]>> tellResidentWhatBecameOfTheLead(
            EventReader reader, Mails mails, MailTexts texts, Links links) {
        return reader.reacting(
                NAME,
                RegisterTopics.LEADS,
                happened -> mail(happened, texts, links).ifPresent(mails::queue));
    }

    static Optional<Mail> mail(Happened<Lead, LeadEvent> happened, MailTexts texts, Links links) {
        var lead = happened.state();
        var resident = lead.resident();
        var to = resident.email();
        if (to == null || to.isBlank()) {
            return Optional.empty();
        }
        var language = resident.language();
        var id = happened.effectId();
        var receipt = links.receipt(lead.id().value(), lead.receiptKey());
        return switch (happened.event()) {
            case LeadLeft _ ->
                    Optional.of(texts.mail(id, to, language, "lead-left", lead.number(), receipt));
            case LeadForwarded(_, var forwards, _, _) ->
                    Optional.of(
                            texts.mail(
                                    id,
                                    to,
                                    language,
                                    "lead-forwarded",
                                    lead.number(),
                                    forwards.stream()
                                            .map(forward -> "- " + forward.associationName())
                                            .collect(joining("\n")),
                                    receipt));
            case LeadAnswered(_, var association, var answer, var message, _) ->
                    Optional.of(
                            texts.mail(
                                    id,
                                    to,
                                    language,
                                    "lead-answered",
                                    lead.number(),
                                    name(lead, association),
                                    said(answer, texts, language),
                                    message == null || message.isBlank()
                                            ? ""
                                            : "\n\n" + quoted(message),
                                    receipt));
            case LeadWithdrawn _, LeadHeld _, LeadReleased _, LeadForgotten _ -> Optional.empty();
        };
    }

    private static String name(Lead lead, AssociationId association) {
        return lead.forwards().stream()
                .filter(forward -> forward.association().equals(association))
                .map(Forward::associationName)
                .findFirst()
                .orElse(association.value());
    }

    private static String said(LeadAnswer answer, MailTexts texts, Language language) {
        return switch (answer) {
            case WELCOME -> texts.text(language, "lead-answer.welcome");
            case FULL -> texts.text(language, "lead-answer.full");
            case NOT_FOR_US -> texts.text(language, "lead-answer.not-for-us");
        };
    }

    private static String quoted(String message) {
        return message.strip().lines().map(line -> "> " + line).collect(joining("\n"));
    }
}
