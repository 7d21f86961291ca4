package se.foreningstorget.web.newsletter;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.foreningstorget.web.api.Api;
import se.foreningstorget.web.api.Call;
import se.foreningstorget.web.shell.Page;

/** Where the links in mails lead: looking changes nothing, only the button does. */
@Controller
class LinkController {
    /** Whose link it is, with most of the address hidden. */
    record Link(@Nullable String status, @Nullable String email) {}

    @GetMapping("/newsletter/confirm/{key}")
    ModelAndView confirm(Page page, Api api, @PathVariable String key) {
        return ask(page, api, "confirm", key);
    }

    @PostMapping("/newsletter/confirm/{key}")
    ModelAndView confirmed(Page page, Api api, @PathVariable String key) {
        return act(page, api, "confirm", "/api/notification/v1/subscriptions/confirmations", key);
    }

    @GetMapping("/newsletter/end/{key}")
    ModelAndView end(Page page, Api api, @PathVariable String key) {
        return ask(page, api, "end", key);
    }

    @PostMapping("/newsletter/end/{key}")
    ModelAndView ended(Page page, Api api, @PathVariable String key) {
        return act(page, api, "end", "/api/notification/v1/subscriptions/endings", key);
    }

    private static ModelAndView ask(Page page, Api api, String what, String key) {
        var link =
                api.get(Call.to("/api/notification/v1/subscriptions/links/{key}", key), Link.class);
        return page.view("newsletter/link", Map.of("what", what, "key", key, "link", link));
    }

    private static ModelAndView act(Page page, Api api, String what, String path, String key) {
        api.post(Call.to(path).field("key", key), Link.class);
        return page.view("newsletter/acted", Map.of("what", what));
    }
}
