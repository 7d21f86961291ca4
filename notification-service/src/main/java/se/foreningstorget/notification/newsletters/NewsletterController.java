package se.foreningstorget.notification.newsletters;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.contracts.notification.ComingEvent;
import se.foreningstorget.contracts.notification.Newsletter;
import se.foreningstorget.contracts.notification.NewsletterId;
import se.foreningstorget.contracts.notification.NewsletterStatus;
import se.foreningstorget.eventkit.Precondition;
import se.foreningstorget.eventkit.read.Feed;
import se.foreningstorget.eventkit.web.Caller;
import se.foreningstorget.eventkit.web.Listing;
import se.foreningstorget.eventkit.web.OneOf;
import se.foreningstorget.eventkit.web.PageRequest;
import se.foreningstorget.eventkit.web.Problem;
import se.foreningstorget.eventkit.web.Replies;
import se.foreningstorget.eventkit.web.Role;
import se.foreningstorget.eventkit.web.Seen;
import se.foreningstorget.notification.events.ComingEvents;
import se.foreningstorget.notification.newsletters.NewsletterCommand.Compose;
import se.foreningstorget.notification.newsletters.NewsletterCommand.Send;
import se.foreningstorget.searchkit.Catalogue;
import se.foreningstorget.searchkit.Order;
import se.foreningstorget.searchkit.Query;

/** Staff write and send the newsletter's issues. */
@RestController
@RequestMapping("/api/notification/v1/newsletters")
class NewsletterController {
    private static final int DAYS_AHEAD = 30;

    private final Newsletters newsletters;
    private final ComingEvents events;
    private final Recipients recipients;
    private final Catalogue catalogue;
    private final Feed<Newsletter> feed;
    private final Replies replies;
    private final InstantSource clock;

    NewsletterController(
            Newsletters newsletters,
            ComingEvents events,
            Recipients recipients,
            Catalogue newsletterCatalogue,
            Feed<Newsletter> newsletterFeed,
            Replies replies,
            InstantSource clock) {
        this.newsletters = newsletters;
        this.events = events;
        this.recipients = recipients;
        this.catalogue = newsletterCatalogue;
        this.feed = newsletterFeed;
        this.replies = replies;
        this.clock = clock;
    }

    /**
     * An issue as its editor writes it.
     *
     * @param daysAhead 30 when not said
     */
    record NewsletterRequest(
            @NotBlank @Size(max = 200) @Pattern(regexp = "[^\\r\\n]*") String subject,
            @NotBlank @Size(max = 50_000) String text,
            @Nullable @Min(1) @Max(366) Integer daysAhead) {}

    /**
     * An issue.
     *
     * @param events in a draft the coming ones as they stand now; none in lists
     * @param recipients null until it is known
     */
    record NewsletterView(
            NewsletterId id,
            String subject,
            String text,
            int daysAhead,
            NewsletterStatus status,
            List<ComingEvent> events,
            Instant composedAt,
            @Nullable Instant sentAt,
            @Nullable Integer recipients) {}

    @PutMapping("/{id}")
    ResponseEntity<Object> compose(
            @PathVariable NewsletterId id,
            @Valid @RequestBody NewsletterRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        caller.mustBe(Role.STAFF);
        var wish =
                new Compose(
                        id,
                        request.subject(),
                        request.text(),
                        Objects.requireNonNullElse(request.daysAhead(), DAYS_AHEAD),
                        caller.subject(),
                        clock.instant());
        return replies.of(newsletters.handle(id, wish, Replies.ifMatch(ifMatch)), this::view);
    }

    @PostMapping("/{id}/sending")
    ResponseEntity<Object> send(@PathVariable NewsletterId id, Caller caller) {
        caller.mustBe(Role.STAFF);
        var now = clock.instant();
        var issue = newsletters.find(id).orElseThrow(Problem::notFound).state();
        var coming = events.within(issue.daysAhead(), now);
        return replies.of(
                newsletters.handle(
                        id, new Send(id, coming, caller.subject(), now), Precondition.none()),
                this::view);
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> one(@PathVariable NewsletterId id, Caller caller) {
        caller.mustBe(Role.STAFF);
        return replies.found(newsletters.find(id).orElseThrow(Problem::notFound), this::view);
    }

    @GetMapping
    ResponseEntity<Listing<NewsletterView>> list(
            @ParameterObject @Valid PageRequest page,
            @RequestParam(name = "status", required = false)
                    @Nullable List<@OneOf(NewsletterStatus.class) String> statuses,
            @RequestHeader(name = Replies.SEEN, required = false) @Nullable String seen,
            Caller caller) {
        caller.mustBe(Role.STAFF);
        boolean fresh = Seen.await(seen, feed);
        var found =
                catalogue.search(
                        Query.of(page.q())
                                .where("status", statuses)
                                .orderedBy(Order.descending("composed"))
                                .limit(page.size())
                                .after(page.cursor()));
        var items =
                found.items().stream()
                        .map(hit ->
                                ContractJson.mapper().readValue(hit.payload(), Newsletter.class))
                        .map(issue -> view(issue, List.of()))
                        .toList();
        return Seen.mark(fresh)
                .body(new Listing<>(items, found.total(), found.next(), found.counts()));
    }

    private NewsletterView view(Newsletter issue) {
        return view(
                issue,
                issue.status() == NewsletterStatus.DRAFT
                        ? events.within(issue.daysAhead(), clock.instant())
                        : issue.events());
    }

    private NewsletterView view(Newsletter issue, List<ComingEvent> shown) {
        return new NewsletterView(
                issue.id(),
                issue.subject(),
                issue.text(),
                issue.daysAhead(),
                issue.status(),
                shown,
                issue.composedAt(),
                issue.sentAt(),
                issue.status() == NewsletterStatus.DRAFT
                        ? null
                        : recipients.of(issue.id()).orElse(null));
    }
}
