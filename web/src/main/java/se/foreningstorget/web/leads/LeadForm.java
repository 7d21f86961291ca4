package se.foreningstorget.web.leads;

import java.util.UUID;
import org.springframework.util.MultiValueMap;
import se.foreningstorget.web.api.Api;
import se.foreningstorget.web.api.Call;
import se.foreningstorget.web.api.Lead;
import se.foreningstorget.web.shell.Fields;
import se.foreningstorget.web.shell.Form;
import se.foreningstorget.web.shell.Page;

/**
 * The form in which somebody, or the volunteer centre for them, says what they would like to do.
 */
public final class LeadForm {
    private static final Fields FIELDS =
            Fields.none()
                    .lines("wish", "lead.wish", 2_000)
                    .line("name", "lead.name", 200)
                    .email("email", "lead.email")
                    .phone("phone", "lead.phone")
                    .choice("language", "lead.language")
                    .choice("mayForward", "lead.mayForward.short")
                    .line("website", "form.trap", 500);

    private LeadForm() {}

    /** An empty one; its id makes sending it twice harmless. */
    public static Form fresh(Page page) {
        return Form.empty().with("id", UUID.randomUUID()).with("language", page.lang());
    }

    /** What can be told without asking the register. */
    public static Form checked(Page page, MultiValueMap<String, String> typed) {
        var form = Form.of(page, typed, FIELDS);
        form.need(page, "wish", "lead.wish.missing");
        if (form.text("email") == null && form.text("phone") == null) {
            form.refuse("email", page.t("lead.reach.missing"));
        }
        if (!form.has("mayForward", "true")) {
            form.refuse("mayForward", page.t("lead.mayForward.missing"));
        }
        if (form.text("website") != null) {
            form.refuse("website", page.t("form.trap.filled"));
        }
        return form;
    }

    public static Lead send(Api api, Form form) {
        return api.put(
                Call.to("/api/register/v1/leads/{id}", form.value("id"))
                        .field("wish", form.text("wish"))
                        .field("name", form.text("name"))
                        .field("email", form.text("email"))
                        .field("phone", form.text("phone"))
                        .field("language", form.text("language"))
                        .field("mayForward", form.has("mayForward", "true")),
                Lead.class);
    }
}
