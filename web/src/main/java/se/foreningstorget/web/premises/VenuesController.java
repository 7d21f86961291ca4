package se.foreningstorget.web.premises;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.foreningstorget.web.api.Api;
import se.foreningstorget.web.api.Call;
import se.foreningstorget.web.shell.Address;
import se.foreningstorget.web.shell.Form;
import se.foreningstorget.web.shell.Page;

/** The overview of premises. */
@Controller
class VenuesController {
    /** The premises as asked for. */
    record Overview(
            List<VenueView> venues,
            long total,
            Form filter,
            @Nullable String first,
            @Nullable String next) {}

    @GetMapping("/venues")
    ModelAndView venues(
            Page page,
            Api api,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String capacity,
            @RequestParam(name = "step-free", defaultValue = "") String stepFree,
            @RequestParam(required = false) @Nullable String cursor) {
        var list =
                api.list(
                        Call.to("/api/venue/v1/venues")
                                .with("q", q)
                                .with("capacity", capacity.strip())
                                .with("step-free", stepFree)
                                .with("cursor", cursor),
                        VenueView.class);
        var here =
                Address.of("/venues")
                        .with("q", q)
                        .with("capacity", capacity)
                        .with("step-free", stepFree);
        var first = here.toString();
        var overview =
                new Overview(
                        list.items(),
                        list.total(),
                        Form.empty()
                                .with("q", q)
                                .with("capacity", capacity)
                                .with("step-free", stepFree),
                        cursor == null ? null : first,
                        list.next() == null ? null : here.with("cursor", list.next()).toString());
        return page.view("premises/venues", Map.of("overview", overview));
    }
}
