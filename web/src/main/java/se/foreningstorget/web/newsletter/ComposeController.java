package se.foreningstorget.web.newsletter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.foreningstorget.web.api.Api;
import se.foreningstorget.web.api.Call;
import se.foreningstorget.web.api.Refused;
import se.foreningstorget.web.shell.Address;
import se.foreningstorget.web.shell.Fields;
import se.foreningstorget.web.shell.Form;
import se.foreningstorget.web.shell.Page;
import se.foreningstorget.web.shell.SeeOther;

/** Where the city's editors write the newsletter, look at it and send it. */
@Controller
@RequestMapping("/newsletter/compose")
class ComposeController {
    private static final Fields FIELDS =
            Fields.none()
                    .line("subject", "compose.subject", 200)
                    .lines("text", "compose.text", 50_000)
                    .number("daysAhead", "compose.daysAhead");

    /** An issue, with what happens soon as its readers will see it. */
    record Issue(
            String id,
            @Nullable String subject,
            @Nullable String text,
            @Nullable Integer daysAhead,
            @Nullable String status,
            List<Coming> events,
            @Nullable Instant sentAt,
            @Nullable Integer recipients) {
        Issue {
            events = events == null ? List.of() : events;
        }

        boolean isSent() {
            return "sent".equals(status);
        }
    }

    /** An event in an issue. */
    record Coming(
            String id,
            String title,
            @Nullable String organizer,
            String start,
            @Nullable String place) {}

    @GetMapping
    ModelAndView issues(Page page, Api api) {
        var form = Form.empty().with("id", UUID.randomUUID()).with("daysAhead", 30);
        return start(page, api, form);
    }

    @PostMapping
    ModelAndView save(Page page, Api api, @RequestParam MultiValueMap<String, String> typed) {
        var form =
                Form.of(page, typed, FIELDS)
                        .need(page, "subject", "compose.subject.missing")
                        .need(page, "text", "compose.text.missing");
        if (form.isFine()) {
            try {
                var issue =
                        api.put(
                                issue(form.value("id"))
                                        .field("subject", form.text("subject"))
                                        .field("text", form.text("text"))
                                        .field("daysAhead", form.text("daysAhead")),
                                Issue.class);
                return SeeOther.to("/newsletter/compose/{id}", issue.id());
            } catch (Refused refused) {
                form.take(page, refused);
                if (refused.isAboutAnother()) {
                    var sent = Address.of("/newsletter/compose/{id}", form.value("id"));
                    form.sentBefore(sent.toString(), page.t("compose.before"));
                }
            }
        }
        return form.again(start(page, api, form));
    }

    @GetMapping("/{id}")
    ModelAndView preview(Page page, Api api, @PathVariable String id) {
        var issue = api.get(issue(id), Issue.class);
        var form =
                Form.empty()
                        .with("id", issue.id())
                        .with("subject", issue.subject())
                        .with("text", issue.text())
                        .with("daysAhead", issue.daysAhead());
        return page.view("newsletter/preview", Map.of("issue", issue, "form", form));
    }

    @GetMapping("/{id}/send")
    ModelAndView askFirst(Page page, Api api, @PathVariable String id) {
        return page.view("newsletter/send", Map.of("issue", api.get(issue(id), Issue.class)));
    }

    @PostMapping("/{id}/send")
    ModelAndView send(Api api, @PathVariable String id) {
        api.post(Call.to("/api/notification/v1/newsletters/{id}/sending", id), Issue.class);
        return SeeOther.to("/newsletter/compose/{id}", id);
    }

    private static ModelAndView start(Page page, Api api, Form form) {
        var issues = api.list(Call.to("/api/notification/v1/newsletters"), Issue.class);
        return page.view("newsletter/compose", Map.of("issues", issues.items(), "form", form));
    }

    private static Call issue(String id) {
        return Call.to("/api/notification/v1/newsletters/{id}", id);
    }
}
