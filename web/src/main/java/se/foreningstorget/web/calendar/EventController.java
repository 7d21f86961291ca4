package se.foreningstorget.web.calendar;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
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
import se.foreningstorget.web.api.Refused;
import se.foreningstorget.web.shell.Address;
import se.foreningstorget.web.shell.Clockface;
import se.foreningstorget.web.shell.Fields;
import se.foreningstorget.web.shell.Form;
import se.foreningstorget.web.shell.Page;
import se.foreningstorget.web.shell.SeeOther;

/** One event: reading it, telling of it, calling it off. */
@Controller
@RequestMapping("/events")
class EventController {
    private static final Fields FIELDS =
            Fields.none()
                    .line("organizer", "event.organizer", 64)
                    .line("title", "event.title", 200)
                    .choice("category", "events.category")
                    .moment("start", "event.start")
                    .moment("end", "event.end")
                    .line("place", "field.place", 500)
                    .lines("description", "event.description", 10_000)
                    .choice("free", "event.free")
                    .choice("openToAll", "event.open")
                    .lines("reason", "event.reason", 1_000);

    @GetMapping("/{id}")
    ModelAndView one(Page page, Api api, @PathVariable String id) {
        return page.view("calendar/event", Map.of("event", api.get(event(id), EventView.class)));
    }

    @GetMapping("/new")
    ModelAndView form(Page page, @RequestParam(defaultValue = "") String organizer) {
        return show(
                page,
                Form.empty()
                        .with("id", UUID.randomUUID())
                        .with("organizer", organizer)
                        .with("category", "activity"));
    }

    @PostMapping
    ModelAndView publish(Page page, Api api, @RequestParam MultiValueMap<String, String> typed) {
        var form = checked(page, Form.of(page, typed, FIELDS));
        if (form.isFine()) {
            try {
                var event =
                        api.put(
                                event(form.value("id"))
                                        .field("organizer", form.text("organizer"))
                                        .field("title", form.text("title"))
                                        .field("description", form.text("description"))
                                        .field("category", form.text("category"))
                                        .field("start", form.text("start"))
                                        .field("end", form.text("end"))
                                        .field("place", form.text("place"))
                                        .field("free", form.yesNo("free"))
                                        .field("openToAll", form.yesNo("openToAll")),
                                EventView.class);
                return SeeOther.to("/events/{id}", event.id());
            } catch (Refused refused) {
                form.take(page, refused);
                if (refused.isAboutAnother()) {
                    var posted = Address.of("/events/{id}", form.value("id"));
                    form.sentBefore(posted.toString(), page.t("event.before"));
                }
            }
        }
        return form.again(show(page, form));
    }

    @GetMapping("/{id}/cancel")
    ModelAndView askFirst(Page page, Api api, @PathVariable String id) {
        return cancelling(page, api, id, Form.empty());
    }

    @PostMapping("/{id}/cancel")
    ModelAndView cancel(
            Page page,
            Api api,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed) {
        var form = Form.of(page, typed, FIELDS);
        if (form.isFine()) {
            try {
                api.put(
                        Call.to("/api/calendar/v1/events/{id}/cancellation", id)
                                .field("reason", form.text("reason")),
                        EventView.class);
                return SeeOther.to("/events/{id}", id);
            } catch (Refused refused) {
                form.take(page, refused);
            }
        }
        return form.again(cancelling(page, api, id, form));
    }

    private static Form checked(Page page, Form form) {
        form.need(page, "organizer", "event.organizer.missing")
                .need(page, "title", "event.title.missing")
                .need(page, "start", "event.start.missing")
                .need(page, "end", "event.end.missing");
        sayWhen(page, form, "start");
        sayWhen(page, form, "end");
        @Nullable LocalDateTime start = Clockface.local(form.text("start"));
        @Nullable LocalDateTime end = Clockface.local(form.text("end"));
        if (start != null && end != null && !start.isBefore(end)) {
            form.refuse("end", page.t("event.end.early"));
        }
        return form;
    }

    /** The shape may be right and the day yet none, like the 31st of February. */
    private static void sayWhen(Page page, Form form, String name) {
        if (form.text(name) != null && Clockface.local(form.text(name)) == null) {
            form.refuse(name, page.t("form.wrong.moment"));
        }
    }

    private static ModelAndView cancelling(Page page, Api api, String id, Form form) {
        return page.view(
                "calendar/cancel",
                Map.of("event", api.get(event(id), EventView.class), "form", form));
    }

    private static ModelAndView show(Page page, Form form) {
        return page.view(
                "calendar/new",
                Map.of("form", form, "categories", EventsController.categories(page, false)));
    }

    private static Call event(String id) {
        return Call.to("/api/calendar/v1/events/{id}", id);
    }
}
