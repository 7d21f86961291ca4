package se.foreningstorget.web.volunteers;

import java.util.List;
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
import se.foreningstorget.web.api.Reason;
import se.foreningstorget.web.api.Refused;
import se.foreningstorget.web.shell.Address;
import se.foreningstorget.web.shell.Fields;
import se.foreningstorget.web.shell.Form;
import se.foreningstorget.web.shell.Page;
import se.foreningstorget.web.shell.SeeOther;

/** The volunteer centre's desk: every lead, what suits it, and sending it on. */
@Controller
@RequestMapping("/volunteer-centre")
class DeskController {
    /** The states a lead is known to have; another is shown by its own name. */
    static final List<String> STATES = List.of("waiting", "forwarded", "answered", "withdrawn");

    private static final Fields FIELDS = Fields.none().choice("associations", "desk.suggestions");

    /**
     * An association that suits a lead.
     *
     * @param summary why, in one line
     * @param tagsGuessed whether what it does is only a guess; null when nobody says
     */
    record Suggestion(
            String association,
            String name,
            boolean hasContact,
            @Nullable String note,
            List<Reason> reasons,
            @Nullable String summary,
            @Nullable Boolean tagsGuessed) {
        Suggestion {
            reasons = reasons == null ? List.of() : reasons;
        }

        /** Where nobody says, what still comes from the notes of 2016 is. */
        boolean isGuessed() {
            return tagsGuessed == null ? note != null : tagsGuessed;
        }
    }

    @GetMapping
    ModelAndView leads(
            Page page,
            Api api,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(required = false) @Nullable String cursor) {
        var leads =
                api.list(
                        Call.to("/api/register/v1/leads")
                                .with("q", q)
                                .with("status", status)
                                .with("cursor", cursor),
                        Lead.class);
        var here = Address.of("/volunteer-centre").with("q", q).with("status", status);
        var first = here.toString();
        var shown =
                new Desk(
                        leads.items(),
                        leads.total(),
                        Form.empty().with("q", q).with("status", status),
                        cursor == null ? null : first,
                        leads.next() == null ? null : here.with("cursor", leads.next()).toString());
        return page.view("volunteers/desk", Map.of("desk", shown));
    }

    /** The leads on the desk. */
    record Desk(
            List<Lead> leads,
            long total,
            Form filter,
            @Nullable String first,
            @Nullable String next) {}

    @GetMapping("/leads/{id}")
    ModelAndView lead(Page page, Api api, @PathVariable String id) {
        return show(page, api, id, Form.empty());
    }

    @PostMapping("/leads/{id}/forwards")
    ModelAndView forward(
            Page page,
            Api api,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed) {
        var form = Form.of(page, typed, FIELDS);
        var chosen = form.values("associations");
        if (chosen.isEmpty()) {
            form.refuse("associations", page.t("desk.choose"));
        } else {
            try {
                api.put(
                        Call.to("/api/register/v1/leads/{id}/forwards", id)
                                .field("associations", chosen),
                        Lead.class);
                return SeeOther.to("/volunteer-centre/leads/{id}", id);
            } catch (Refused refused) {
                form.take(page, refused);
            }
        }
        return form.again(show(page, api, id, form));
    }

    private static ModelAndView show(Page page, Api api, String id, Form form) {
        var lead = api.get(Call.to("/api/register/v1/leads/{id}", id), Lead.class);
        var suggestions =
                lead.isWithdrawn()
                        ? List.<Suggestion>of()
                        : api.list(
                                        Call.to("/api/register/v1/leads/{id}/suggestions", id),
                                        Suggestion.class)
                                .items();
        return page.view(
                "volunteers/lead", Map.of("lead", lead, "suggestions", suggestions, "form", form));
    }
}
