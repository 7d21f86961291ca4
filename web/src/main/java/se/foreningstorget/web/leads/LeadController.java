package se.foreningstorget.web.leads;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.foreningstorget.web.api.Api;
import se.foreningstorget.web.api.AssociationView;
import se.foreningstorget.web.api.Call;
import se.foreningstorget.web.api.Refused;
import se.foreningstorget.web.shell.Form;
import se.foreningstorget.web.shell.Page;
import se.foreningstorget.web.shell.SeeOther;

/** Leaving a lead. */
@Controller
class LeadController {
    @GetMapping("/leads/new")
    ModelAndView form(
            Page page, Api api, @RequestParam(required = false) @Nullable String association) {
        var form = LeadForm.fresh(page);
        if (association != null && !association.isBlank()) {
            form.with("wish", wishFor(page, api, association));
        }
        return show(page, form);
    }

    /** Where the other language of a form that was answered leads. */
    @GetMapping("/leads")
    ModelAndView start() {
        return SeeOther.to("/leads/new");
    }

    @PostMapping("/leads")
    ModelAndView send(
            Page page,
            Api api,
            HttpServletResponse response,
            @CookieValue(name = Receipt.COOKIE, required = false) @Nullable String receipt,
            @RequestParam MultiValueMap<String, String> typed) {
        var form = LeadForm.checked(page, typed);
        if (form.isFine()) {
            try {
                var sent = Receipt.of(LeadForm.send(api, form));
                sent.keep(response);
                return SeeOther.to(sent.address());
            } catch (Refused refused) {
                form.take(page, refused);
                if (refused.isAboutAnother()) {
                    var kept = Receipt.kept(receipt, form.value("id"));
                    form.sentBefore(
                            kept == null ? null : kept.address().toString(),
                            page.t(kept == null ? "lead.before.lost" : "lead.before"));
                }
            }
        }
        return form.again(show(page, form));
    }

    /** The form is there even when the register cannot say what the association is called. */
    private static @Nullable String wishFor(Page page, Api api, String association) {
        try {
            var known =
                    api.get(
                            Call.to("/api/register/v1/associations/{id}", association),
                            AssociationView.class);
            return page.t("lead.wish.for", known.name()) + "\n";
        } catch (Refused refused) {
            return null;
        }
    }

    private static ModelAndView show(Page page, Form form) {
        return page.view("leads/new", Map.of("form", form));
    }
}
