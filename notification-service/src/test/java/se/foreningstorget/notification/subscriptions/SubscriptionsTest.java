package se.foreningstorget.notification.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static se.foreningstorget.notification.subscriptions.SubscriptionRejection.UNKNOWN_LINK;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import se.foreningstorget.contracts.Language;
import se.foreningstorget.contracts.notification.Consent;
import se.foreningstorget.contracts.notification.SubscriberId;
import se.foreningstorget.contracts.notification.Subscription;
import se.foreningstorget.contracts.notification.SubscriptionEvent;
import se.foreningstorget.contracts.notification.SubscriptionEvent.SubscriptionAsked;
import se.foreningstorget.contracts.notification.SubscriptionEvent.SubscriptionConfirmed;
import se.foreningstorget.contracts.notification.SubscriptionEvent.SubscriptionEnded;
import se.foreningstorget.eventkit.testing.Scenario;
import se.foreningstorget.notification.subscriptions.SubscriptionCommand.Ask;
import se.foreningstorget.notification.subscriptions.SubscriptionCommand.Confirm;
import se.foreningstorget.notification.subscriptions.SubscriptionCommand.End;

/** The rules of a subscription. */
class SubscriptionsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Addresses ADDRESSES = new Addresses("pepper", null);
    private static final SubscriberId ANNA = ADDRESSES.idOf("anna@example.org");
    private static final Consent CONSENT = new Consent("Ja", "1", Language.SV, NOW, "link-in-mail");
    private static final SubscriptionEvent ASKED = asked("first", "key-1");
    private static final SubscriptionEvent CONFIRMED =
            new SubscriptionConfirmed(ANNA, CONSENT, NOW);
    private static final SubscriptionEvent ENDED = new SubscriptionEnded(ANNA, NOW);

    private final Scenario<Subscription, SubscriptionCommand, SubscriptionEvent> subscription =
            new Scenario<>(Subscriptions::decide, Subscriptions::evolve);

    private static SubscriptionEvent asked(String request, String key) {
        return new SubscriptionAsked(ANNA, request, "anna@example.org", Language.SV, key, NOW);
    }

    private static Ask ask(String request, String freshKey) {
        return new Ask(ANNA, request, "anna@example.org", Language.SV, freshKey, NOW);
    }

    private static Confirm confirm(String key) {
        return new Confirm(ANNA, key, CONSENT, NOW);
    }

    private static End end(String key) {
        return new End(ANNA, key, NOW);
    }

    @Test
    void anAddressAsksFirst() {
        subscription.when(ask("first", "key-1")).thenHappened(ASKED);
    }

    @Test
    void aRepeatedRequestChangesNothing() {
        subscription.given(ASKED).when(ask("first", "key-2")).thenUnchanged();
        subscription.given(ASKED, CONFIRMED, ENDED).when(ask("first", "key-2")).thenUnchanged();
    }

    @Test
    void anotherRequestBeforeConfirmingMailsTheSameKeyAgain() {
        subscription
                .given(ASKED)
                .when(ask("second", "key-2"))
                .thenHappened(asked("second", "key-1"));
    }

    @Test
    void whoSubscribesAlreadyIsLeftInPeace() {
        subscription.given(ASKED, CONFIRMED).when(ask("second", "key-2")).thenUnchanged();
    }

    @Test
    void whoEndedGetsANewKey() {
        subscription
                .given(ASKED, CONFIRMED, ENDED)
                .when(ask("second", "key-2"))
                .thenHappened(asked("second", "key-2"));
    }

    @Test
    void theMailboxConfirmsOnce() {
        subscription.given(ASKED).when(confirm("key-1")).thenHappened(CONFIRMED);
        subscription.given(ASKED, CONFIRMED).when(confirm("key-1")).thenUnchanged();
        assertThat(subscription.given(ASKED).when(confirm("key-1")).state().consent())
                .isEqualTo(CONSENT);
    }

    @Test
    void anotherKeyOpensNothing() {
        subscription.given(ASKED).when(confirm("key-2")).thenRejected(UNKNOWN_LINK);
        subscription.given(ASKED, CONFIRMED).when(end("key-2")).thenRejected(UNKNOWN_LINK);
        subscription.when(confirm("key-1")).thenRejected(UNKNOWN_LINK);
        subscription.when(end("key-1")).thenRejected(UNKNOWN_LINK);
    }

    @Test
    void endingIsOnceAndAtAnyTime() {
        subscription.given(ASKED, CONFIRMED).when(end("key-1")).thenHappened(ENDED);
        subscription.given(ASKED).when(end("key-1")).thenHappened(ENDED);
        subscription.given(ASKED, CONFIRMED, ENDED).when(end("key-1")).thenUnchanged();
    }

    @Test
    void anOldLinkDoesNotBringBackWhatWasEnded() {
        subscription
                .given(ASKED, CONFIRMED, ENDED)
                .when(confirm("key-1"))
                .thenRejected(UNKNOWN_LINK);
        subscription
                .given(ASKED, CONFIRMED, ENDED, asked("second", "key-2"))
                .when(confirm("key-1"))
                .thenRejected(UNKNOWN_LINK);
    }

    @Test
    void oneMailboxHasOneIdHoweverItIsWritten() {
        assertThat(ADDRESSES.idOf(" Anna@EXAMPLE.org ")).isEqualTo(ANNA);
        assertThat(ADDRESSES.idOf("a@råå.example.org"))
                .isEqualTo(ADDRESSES.idOf("a@xn--r-2faa.example.org"));
        assertThat(new Addresses("other", null).idOf("anna@example.org")).isNotEqualTo(ANNA);
        assertThat(ANNA.value()).hasSize(40);
    }

    @Test
    void aKeyIsReadBackAndNothingElse() {
        var key = LinkKey.fresh(ANNA);
        assertThat(LinkKey.parse(key.value())).contains(key);
        assertThat(LinkKey.parse(key.value() + "x")).isEmpty();
        assertThat(LinkKey.parse("../../etc")).isEmpty();
        assertThat(LinkKey.fresh(ANNA)).isNotEqualTo(key);
    }

    @Test
    void whatEndedIsForgottenOnce() {
        var forget = new SubscriptionCommand.Forget(ANNA, NOW, NOW);
        var forgotten = new SubscriptionEvent.SubscriptionForgotten(ANNA, NOW);
        subscription.given(ASKED).when(forget).thenHappened(forgotten);
        subscription.given(ASKED, CONFIRMED).when(forget).thenUnchanged();
        subscription.given(ASKED, CONFIRMED, ENDED).when(forget).thenHappened(forgotten);
        subscription.given(ASKED, CONFIRMED, ENDED, forgotten).when(forget).thenUnchanged();
    }

    @Test
    void whoWasForgottenIsAsNew() {
        var forgotten = new SubscriptionEvent.SubscriptionForgotten(ANNA, NOW);
        subscription
                .given(ASKED, forgotten)
                .when(ask("first", "key-2"))
                .thenHappened(asked("first", "key-2"));
        subscription
                .given(ASKED, CONFIRMED, ENDED, forgotten)
                .when(confirm("key-1"))
                .thenRejected(SubscriptionRejection.UNKNOWN_LINK);
    }
}
