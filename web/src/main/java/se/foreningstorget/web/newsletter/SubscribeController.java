package se.foreningstorget.web.newsletter;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.foreningstorget.web.api.Api;
import se.foreningstorget.web.api.Call;
import se.foreningstorget.web.api.Refused;
import se.foreningstorget.web.shell.Fields;
import se.foreningstorget.web.shell.Form;
import se.foreningstorget.web.shell.Page;
import se.foreningstorget.web.shell.SeeOther;

/** Asking for the newsletter. */
@Controller
class SubscribeController {
    private static final Fields FIELDS =
            Fields.none()
                    .email("email", "newsletter.email")
                    .choice("language", "newsletter.language")
                    .line("website", "form.trap", 500);

    /** The same answer for every address. */
    record Asked(@Nullable String status) {}

    @GetMapping("/newsletter")
    ModelAndView form(Page page) {
        return show(page, Form.empty().with("id", UUID.randomUUID()).with("language", page.lang()));
    }

    @PostMapping("/newsletter")
    ModelAndView subscribe(Page page, Api api, @RequestParam MultiValueMap<String, String> typed) {
        var form = Form.of(page, typed, FIELDS).need(page, "email", "newsletter.email.missing");
        if (form.text("website") != null) {
            form.refuse("website", page.t("form.trap.filled"));
        }
        if (form.isFine()) {
            try {
                api.put(
                        Call.to("/api/notification/v1/subscriptions/{id}", form.value("id"))
                                .field("email", form.text("email"))
                                .field("language", form.text("language")),
                        Asked.class);
                return SeeOther.to("/newsletter/asked");
            } catch (Refused refused) {
                form.take(page, refused);
            }
        }
        return form.again(show(page, form));
    }

    @GetMapping("/newsletter/asked")
    ModelAndView asked(Page page) {
        return page.view("newsletter/asked");
    }

    private static ModelAndView show(Page page, Form form) {
        return page.view("newsletter/subscribe", Map.of("form", form));
    }
}
