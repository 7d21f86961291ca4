package se.foreningstorget.web.about;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import se.foreningstorget.web.shell.Page;

/** What the city says of personal data and of accessibility. */
@Controller
class AboutController {
    private final String report;

    /**
     * @param report where people say that something is not accessible, or ask about their data
     */
    AboutController(@Value("${foreningstorget.contact-email}") String report) {
        this.report = report;
    }

    @GetMapping("/about/privacy")
    ModelAndView privacy(Page page) {
        return page.view("about/privacy", Map.of("report", report));
    }

    @GetMapping("/about/accessibility")
    ModelAndView accessibility(Page page) {
        return page.view("about/accessibility", Map.of("report", report));
    }
}
