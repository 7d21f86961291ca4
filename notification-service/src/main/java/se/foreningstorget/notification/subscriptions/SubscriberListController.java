package se.foreningstorget.notification.subscriptions;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.foreningstorget.contracts.ContractJson;
import se.foreningstorget.contracts.notification.Subscription;
import se.foreningstorget.contracts.notification.SubscriptionStatus;
import se.foreningstorget.eventkit.Stored;
import se.foreningstorget.eventkit.read.Feed;
import se.foreningstorget.eventkit.web.Caller;
import se.foreningstorget.eventkit.web.Listing;
import se.foreningstorget.eventkit.web.OneOf;
import se.foreningstorget.eventkit.web.PageRequest;
import se.foreningstorget.eventkit.web.Replies;
import se.foreningstorget.eventkit.web.Role;
import se.foreningstorget.eventkit.web.Seen;
import se.foreningstorget.notification.subscriptions.SubscriptionIndex.SubscriberView;
import se.foreningstorget.searchkit.Catalogue;
import se.foreningstorget.searchkit.Order;
import se.foreningstorget.searchkit.Query;

/** Staff look at who subscribes, addresses masked; a whole address finds its own subscription. */
@RestController
@RequestMapping("/api/notification/v1/subscriptions")
class SubscriberListController {
    private final Subscriptions subscriptions;
    private final Addresses addresses;
    private final Catalogue catalogue;
    private final Feed<Subscription> feed;

    SubscriberListController(
            Subscriptions subscriptions,
            Addresses addresses,
            Catalogue subscriptionCatalogue,
            Feed<Subscription> subscriptionFeed) {
        this.subscriptions = subscriptions;
        this.addresses = addresses;
        this.catalogue = subscriptionCatalogue;
        this.feed = subscriptionFeed;
    }

    @GetMapping
    ResponseEntity<Listing<SubscriberView>> list(
            @ParameterObject @Valid PageRequest page,
            @RequestParam(name = "status", required = false)
                    @Nullable List<@OneOf(SubscriptionStatus.class) String> statuses,
            @RequestHeader(name = Replies.SEEN, required = false) @Nullable String seen,
            Caller caller) {
        caller.mustBe(Role.STAFF);
        boolean fresh = Seen.await(seen, feed);
        var q = page.q();
        return Seen.mark(fresh).body(q == null || q.isBlank() ? all(page, statuses) : byAddress(q));
    }

    private Listing<SubscriberView> byAddress(String address) {
        var items =
                subscriptions.find(addresses.idOf(address)).stream()
                        .map(Stored::state)
                        .filter(it -> it.status() != SubscriptionStatus.FORGOTTEN)
                        .map(SubscriberView::of)
                        .toList();
        return new Listing<>(items, items.size(), null, Map.of());
    }

    private Listing<SubscriberView> all(PageRequest page, @Nullable List<String> statuses) {
        var found =
                catalogue.search(
                        Query.everything()
                                .where("status", statuses)
                                .orderedBy(Order.descending("asked"))
                                .limit(page.size())
                                .after(page.cursor()));
        var items =
                found.items().stream()
                        .map(hit ->
                                ContractJson.mapper()
                                        .readValue(hit.payload(), SubscriberView.class))
                        .toList();
        return new Listing<>(items, found.total(), found.next(), found.counts());
    }
}
