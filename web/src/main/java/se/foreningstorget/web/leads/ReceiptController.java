package se.foreningstorget.web.leads;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import se.foreningstorget.web.api.Api;
import se.foreningstorget.web.api.Call;
import se.foreningstorget.web.api.Lead;
import se.foreningstorget.web.shell.Page;
import se.foreningstorget.web.shell.SeeOther;

/** What came of a lead, for the one who left it. */
@Controller
@RequestMapping("/leads/{id}/receipt/{key}")
class ReceiptController {
    @GetMapping
    ModelAndView receipt(Page page, Api api, @PathVariable String id, @PathVariable String key) {
        return show(page, api, "leads/receipt", id, key);
    }

    @GetMapping("/withdraw")
    ModelAndView askFirst(Page page, Api api, @PathVariable String id, @PathVariable String key) {
        return show(page, api, "leads/withdraw", id, key);
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(Api api, @PathVariable String id, @PathVariable String key) {
        api.delete(lead(id, key), Lead.class);
        return SeeOther.to("/leads/{id}/receipt/{key}", id, key);
    }

    private static ModelAndView show(Page page, Api api, String template, String id, String key) {
        return page.view(template, Map.of("lead", api.get(lead(id, key), Lead.class), "key", key));
    }

    private static Call lead(String id, String key) {
        return Call.to("/api/register/v1/leads/{id}", id).header("Lead-Key", key);
    }
}
