package se.foreningstorget.notification.subscriptions;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.foreningstorget.contracts.Ids;
import se.foreningstorget.contracts.Language;
import se.foreningstorget.contracts.notification.Consent;
import se.foreningstorget.contracts.notification.Subscription;
import se.foreningstorget.contracts.notification.SubscriptionStatus;
import se.foreningstorget.eventkit.Outcome;
import se.foreningstorget.eventkit.web.Problems;
import se.foreningstorget.notification.mail.Links;
import se.foreningstorget.notification.mail.MailTexts;
import se.foreningstorget.notification.mail.Mails;
import se.foreningstorget.notification.mail.MaskedAddress;
import se.foreningstorget.notification.subscriptions.SubscriptionCommand.Ask;
import se.foreningstorget.notification.subscriptions.SubscriptionCommand.Confirm;
import se.foreningstorget.notification.subscriptions.SubscriptionCommand.End;

/** Asking for the newsletter, and the links in its mails. */
@RestController
@RequestMapping("/api/notification/v1/subscriptions")
class SubscriptionController {
    private static final String CONSENT_VERSION = "1";

    private final Subscriptions subscriptions;
    private final Addresses addresses;
    private final AskLimit limit;
    private final Mails mails;
    private final MailTexts texts;
    private final Links links;
    private final Problems problems;
    private final InstantSource clock;

    SubscriptionController(
            Subscriptions subscriptions,
            Addresses addresses,
            AskLimit limit,
            Mails mails,
            MailTexts texts,
            Links links,
            Problems problems,
            InstantSource clock) {
        this.subscriptions = subscriptions;
        this.addresses = addresses;
        this.limit = limit;
        this.mails = mails;
        this.texts = texts;
        this.links = links;
        this.problems = problems;
        this.clock = clock;
    }

    /** A request's id, the client's own. */
    record RequestId(String value) {
        public RequestId {
            Ids.require(value);
        }
    }

    /** A wish for the newsletter. */
    record SubscriptionRequest(
            @NotBlank
                    @Size(max = 254)
                    @Email(regexp = "[!-~&&[^@\"(),:;<>\\[\\]\\\\]]{1,64}@[^@\\s]+\\.[^@\\s]+")
                    String email,
            @Nullable Language language) {}

    /** The key of a link in a mail. */
    record KeyRequest(@NotBlank @Size(max = 200) String key) {}

    /** The same answer whoever asks for whichever address. */
    record AskedView(String id, SubscriptionStatus status) {}

    /** Where a subscription stands. */
    record StatusView(SubscriptionStatus status) {}

    /**
     * What a link is about.
     *
     * @param email masked
     */
    record LinkView(SubscriptionStatus status, String email, Language language) {}

    @PutMapping("/{id}")
    ResponseEntity<AskedView> ask(
            @PathVariable RequestId id, @Valid @RequestBody SubscriptionRequest request) {
        ask(id.value(), request, clock.instant());
        return ResponseEntity.accepted().body(new AskedView(id.value(), SubscriptionStatus.ASKED));
    }

    private void ask(String request, SubscriptionRequest asked, Instant now) {
        var subscriber = addresses.idOf(asked.email());
        if (!limit.admits(subscriber, request, now)) {
            return;
        }
        var command =
                new Ask(
                        subscriber,
                        request,
                        asked.email(),
                        Objects.requireNonNullElse(asked.language(), Language.SV),
                        LinkKey.fresh(subscriber).value(),
                        now);
        if (subscriptions.handle(subscriber, command)
                        instanceof Outcome.Done<Subscription>(var stored, _, var changed)
                && !changed
                && stored.state().status() == SubscriptionStatus.ACTIVE
                && !stored.state().requests().contains(request)) {
            sayThatItSubscribes(stored.state(), request);
        }
    }

    /** To the address it has; nothing happened to the subscription, so no event says so. */
    private void sayThatItSubscribes(Subscription subscription, String request) {
        mails.queue(
                texts.mail(
                        "already/" + subscription.id() + "/" + request,
                        subscription.email(),
                        subscription.language(),
                        "already",
                        links.end(subscription.key())));
    }

    @GetMapping("/links/{key}")
    ResponseEntity<Object> link(@PathVariable String key) {
        return LinkKey.parse(key)
                .flatMap(link -> subscriptions.find(link.subscriber()))
                .filter(stored -> Subscriptions.opens(stored.state(), key))
                .map(stored -> stored.state())
                .map(it ->
                        ResponseEntity.<Object>ok(
                                new LinkView(
                                        it.status(), MaskedAddress.of(it.email()), it.language())))
                .orElseGet(this::unknownLink);
    }

    @PostMapping("/confirmations")
    ResponseEntity<Object> confirm(@Valid @RequestBody KeyRequest request) {
        var now = clock.instant();
        return LinkKey.parse(request.key())
                .flatMap(link ->
                        subscriptions
                                .find(link.subscriber())
                                .map(stored ->
                                        subscriptions.handle(
                                                link.subscriber(),
                                                new Confirm(
                                                        link.subscriber(),
                                                        request.key(),
                                                        consent(stored.state(), now),
                                                        now))))
                .map(this::reply)
                .orElseGet(this::unknownLink);
    }

    @PostMapping("/endings")
    ResponseEntity<Object> end(@Valid @RequestBody KeyRequest request) {
        return end(request.key());
    }

    ResponseEntity<Object> end(String key) {
        return LinkKey.parse(key)
                .map(link ->
                        subscriptions.handle(
                                link.subscriber(),
                                new End(link.subscriber(), key, clock.instant())))
                .map(this::reply)
                .orElseGet(this::unknownLink);
    }

    private Consent consent(Subscription subscription, Instant now) {
        var language = subscription.language();
        return new Consent(
                texts.text(language, "consent.newsletter"),
                CONSENT_VERSION,
                language,
                now,
                "link-in-mail");
    }

    private ResponseEntity<Object> reply(Outcome<Subscription> outcome) {
        return switch (outcome) {
            case Outcome.Done<Subscription>(var stored, _, _) ->
                    ResponseEntity.ok(new StatusView(stored.state().status()));
            case Outcome.Refused<Subscription> _, Outcome.Stale<Subscription> _ -> unknownLink();
        };
    }

    ResponseEntity<Object> unknownLink() {
        return problems.reply(
                HttpStatus.NOT_FOUND,
                SubscriptionRejection.UNKNOWN_LINK.code(),
                LocaleContextHolder.getLocale());
    }
}
