package se.foreningstorget.notification.subscriptions;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import se.foreningstorget.contracts.notification.NotificationTopics;
import se.foreningstorget.contracts.notification.Subscription;
import se.foreningstorget.contracts.notification.SubscriptionEvent;
import se.foreningstorget.contracts.notification.SubscriptionEvent.SubscriptionAsked;
import se.foreningstorget.contracts.notification.SubscriptionStatus;
import se.foreningstorget.eventkit.read.EventReader;
import se.foreningstorget.eventkit.read.Happened;
import se.foreningstorget.notification.mail.Links;
import se.foreningstorget.notification.mail.MailTexts;
import se.foreningstorget.notification.mail.Mails;

/** An address someone typed is asked whether it wants the newsletter. */
@Configuration(proxyBeanMethods = false)
public class AskMailboxToConfirm {
    public static final String NAME = "ask-mailbox-to-confirm";

    @Bean
    Consumer<Message<byte[]>> askMailboxToConfirm(
            EventReader reader, Mails mails, MailTexts texts, Links links) {
        return reader.reacting(
                NAME,
                NotificationTopics.SUBSCRIPTIONS,
                happened -> ask(happened, mails, texts, links));
    }

    static void ask(
            Happened<Subscription, SubscriptionEvent> happened,
            Mails mails,
            MailTexts texts,
            Links links) {
        if (happened.event() instanceof SubscriptionAsked asked
                && happened.state().status() == SubscriptionStatus.ASKED) {
            mails.queue(
                    texts.mail(
                            happened.effectId(),
                            asked.email(),
                            asked.language(),
                            "confirm",
                            links.confirm(asked.key())));
        }
    }
}
