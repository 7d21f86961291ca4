package se.foreningstorget.web.leads;

import java.util.Map;
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
import se.foreningstorget.web.api.Lead;
import se.foreningstorget.web.api.Refused;
import se.foreningstorget.web.shell.Address;
import se.foreningstorget.web.shell.Fields;
import se.foreningstorget.web.shell.Form;
import se.foreningstorget.web.shell.Page;
import se.foreningstorget.web.shell.SeeOther;

/** Where an association reads a lead and answers it: by the link in its mail, or signed in. */
@Controller
@RequestMapping({"/leads/{id}/answer/{association}/{key}", "/leads/{id}/answer/{association}"})
class AnswerController {
    private static final String FORWARD = "/api/register/v1/leads/{id}/forwards/{association}";

    private static final Fields FIELDS =
            Fields.none()
                    .choice("answer", "answer.answer")
                    .lines("message", "answer.message", 2_000);

    /** A lead as it was sent on to one association. */
    record Forwarded(
            Lead lead,
            @Nullable String association,
            @Nullable String associationName,
            @Nullable String answer,
            @Nullable String message,
            @Nullable String status) {
        boolean isWithdrawn() {
            return lead.isWithdrawn() || "withdrawn".equals(status);
        }
    }

    @GetMapping
    ModelAndView read(
            Page page,
            Api api,
            @PathVariable String id,
            @PathVariable String association,
            @PathVariable(required = false) @Nullable String key) {
        return show(page, api, id, association, key, Form.empty());
    }

    @PostMapping
    ModelAndView answer(
            Page page,
            Api api,
            @PathVariable String id,
            @PathVariable String association,
            @PathVariable(required = false) @Nullable String key,
            @RequestParam MultiValueMap<String, String> typed) {
        var form = Form.of(page, typed, FIELDS).need(page, "answer", "answer.missing");
        if (form.isFine()) {
            try {
                api.put(
                        Call.to(FORWARD + "/answer", id, association)
                                .header("Lead-Key", key)
                                .field("answer", form.text("answer"))
                                .field("message", form.text("message")),
                        Forwarded.class);
                return SeeOther.to(here(id, association, key));
            } catch (Refused refused) {
                form.take(page, refused);
            }
        }
        return form.again(show(page, api, id, association, key, form));
    }

    private static Address here(String id, String association, @Nullable String key) {
        return key == null
                ? Address.of("/leads/{id}/answer/{association}", id, association)
                : Address.of("/leads/{id}/answer/{association}/{key}", id, association, key);
    }

    private static ModelAndView show(
            Page page, Api api, String id, String association, @Nullable String key, Form form) {
        var forwarded =
                api.get(Call.to(FORWARD, id, association).header("Lead-Key", key), Forwarded.class);
        return page.view(
                "leads/answer",
                Map.of(
                        "forwarded",
                        forwarded,
                        "form",
                        form,
                        "here",
                        here(id, association, key).toString()));
    }
}
