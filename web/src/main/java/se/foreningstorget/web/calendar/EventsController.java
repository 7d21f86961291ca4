package se.foreningstorget.web.calendar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.foreningstorget.web.api.Api;
import se.foreningstorget.web.api.Call;
import se.foreningstorget.web.api.Occurrence;
import se.foreningstorget.web.shell.Address;
import se.foreningstorget.web.shell.Clockface;
import se.foreningstorget.web.shell.Fields;
import se.foreningstorget.web.shell.Form;
import se.foreningstorget.web.shell.Page;

/** What happens, day by day. */
@Controller
class EventsController {
    static final List<String> CATEGORIES =
            List.of(
                    "open-house",
                    "information-meeting",
                    "try-out",
                    "activity",
                    "course",
                    "study-circle",
                    "gathering");

    private static final Fields FIELDS =
            Fields.none()
                    .line("q", "events.q", 1_000)
                    .choice("category", "events.category")
                    .choice("from", "events.from");

    /** What happens on one day. */
    record Day(String name, List<Occurrence> happenings) {}

    /**
     * The calendar as asked for.
     *
     * @param feed where calendar programs find the same
     */
    record Calendar(
            List<Day> days,
            long total,
            Form filter,
            Map<String, String> categories,
            String feed,
            @Nullable String first,
            @Nullable String next) {}

    @GetMapping("/events")
    ModelAndView events(
            Page page,
            Api api,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(required = false) @Nullable String cursor) {
        var filter = Form.of(FIELDS).with("q", q).with("category", category).with("from", from);
        boolean known = from.isBlank() || Clockface.local(from + "T00:00") != null;
        if (!known) {
            filter.refuse("from", page.t("day.none", from));
        }
        var list =
                api.list(
                        Call.to("/api/calendar/v1/occurrences")
                                .with("q", q)
                                .with("category", category)
                                .with("from", known ? from : null)
                                .with("cursor", cursor),
                        Occurrence.class);
        var here = Address.of("/events").with("q", q).with("category", category).with("from", from);
        var first = here.toString();
        var calendar =
                new Calendar(
                        days(page, list.items()),
                        list.total(),
                        filter,
                        categories(page, true),
                        Address.of("/api/calendar/v1/events.ics")
                                .with("q", q)
                                .with("category", category)
                                .toString(),
                        cursor == null ? null : first,
                        list.next() == null ? null : here.with("cursor", list.next()).toString());
        var view = page.view("calendar/events", Map.of("calendar", calendar));
        return known ? view : filter.again(view);
    }

    static Map<String, String> categories(Page page, boolean withAll) {
        var names = new LinkedHashMap<String, String>();
        if (withAll) {
            names.put("", page.t("events.all"));
        }
        CATEGORIES.forEach(category -> names.put(category, page.t("category." + category)));
        return names;
    }

    private static List<Day> days(Page page, List<Occurrence> happenings) {
        var byDay = new LinkedHashMap<String, List<Occurrence>>();
        for (var it : happenings) {
            byDay.computeIfAbsent(page.clock().day(it.start()), day -> new ArrayList<>()).add(it);
        }
        return byDay.entrySet().stream().map(day -> new Day(day.getKey(), day.getValue())).toList();
    }
}
