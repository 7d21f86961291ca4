package se.foreningstorget.web.volunteers;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.foreningstorget.web.api.Api;
import se.foreningstorget.web.api.Refused;
import se.foreningstorget.web.leads.LeadForm;
import se.foreningstorget.web.shell.Address;
import se.foreningstorget.web.shell.Page;
import se.foreningstorget.web.shell.SeeOther;

/** Leaving a lead for somebody on the phone or at the desk. */
@Controller
class PhoneController {
    @GetMapping("/volunteer-centre/leads/new")
    ModelAndView form(Page page) {
        return page.view("volunteers/phone", Map.of("form", LeadForm.fresh(page)));
    }

    /** Where the other language of a form that was answered leads. */
    @GetMapping("/volunteer-centre/leads")
    ModelAndView start() {
        return SeeOther.to("/volunteer-centre/leads/new");
    }

    @PostMapping("/volunteer-centre/leads")
    ModelAndView send(Page page, Api api, @RequestParam MultiValueMap<String, String> typed) {
        var form = LeadForm.checked(page, typed);
        if (form.isFine()) {
            try {
                return SeeOther.to("/volunteer-centre/leads/{id}", LeadForm.send(api, form).id());
            } catch (Refused refused) {
                form.take(page, refused);
                if (refused.isAboutAnother()) {
                    var lead = Address.of("/volunteer-centre/leads/{id}", form.value("id"));
                    form.sentBefore(lead.toString(), page.t("phone.before"));
                }
            }
        }
        return form.again(page.view("volunteers/phone", Map.of("form", form)));
    }
}
