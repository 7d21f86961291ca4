package se.foreningstorget.web.mine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.foreningstorget.web.api.Api;
import se.foreningstorget.web.api.AssociationView;
import se.foreningstorget.web.api.Call;
import se.foreningstorget.web.shell.Address;
import se.foreningstorget.web.shell.Page;

/** The leads sent on to an association, for its own people: what waits for their answer first. */
@Controller
class MyLeadsController {
    private static final String WAITING = "waiting";
    private static final String ANSWERED = "answered";

    /** A lead as it lies at the association. */
    record Received(
            String id,
            String number,
            @Nullable String wish,
            @Nullable String status,
            @Nullable Instant forwardedAt,
            @Nullable String answer) {}

    /**
     * The leads of one state.
     *
     * @param waiting whether they wait for an answer; those that are answered otherwise
     */
    record Inbox(
            AssociationView association,
            boolean waiting,
            List<Received> leads,
            long total,
            @Nullable String first,
            @Nullable String next) {}

    @GetMapping("/my-association/{id}/leads")
    ModelAndView leads(
            Page page,
            Api api,
            @PathVariable String id,
            @RequestParam(defaultValue = WAITING) String status,
            @RequestParam(required = false) @Nullable String cursor) {
        boolean waiting = !status.equals(ANSWERED);
        var asked = waiting ? WAITING : ANSWERED;
        var leads =
                api.list(
                        Call.to("/api/register/v1/associations/{association}/leads", id)
                                .with("status", asked)
                                .with("cursor", cursor),
                        Received.class);
        var here = Address.of("/my-association/{id}/leads", id).with("status", asked);
        var first = here.toString();
        var inbox =
                new Inbox(
                        api.get(
                                Call.to("/api/register/v1/associations/{id}", id),
                                AssociationView.class),
                        waiting,
                        leads.items(),
                        leads.total(),
                        cursor == null ? null : first,
                        leads.next() == null ? null : here.with("cursor", leads.next()).toString());
        return page.view("mine/leads", Map.of("inbox", inbox));
    }
}
