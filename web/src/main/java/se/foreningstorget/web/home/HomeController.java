package se.foreningstorget.web.home;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import se.foreningstorget.web.api.Api;
import se.foreningstorget.web.api.Call;
import se.foreningstorget.web.api.Occurrence;
import se.foreningstorget.web.api.Refused;
import se.foreningstorget.web.shell.Page;

/** The first page: what this is, and the doors from it. */
@Controller
class HomeController {
    private static final int SOON = 4;

    @GetMapping("/")
    ModelAndView home(Page page, Api api) {
        return page.view("home/home", Map.of("coming", coming(api)));
    }

    /** The doors stand open even when the calendar does not answer. */
    private static List<Occurrence> coming(Api api) {
        try {
            return api.list(
                            Call.to("/api/calendar/v1/occurrences").with("limit", SOON),
                            Occurrence.class)
                    .items();
        } catch (Refused refused) {
            return List.of();
        }
    }
}
