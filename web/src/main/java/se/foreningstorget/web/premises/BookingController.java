package se.foreningstorget.web.premises;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
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
import se.foreningstorget.web.api.AssociationView;
import se.foreningstorget.web.api.Call;
import se.foreningstorget.web.api.Refused;
import se.foreningstorget.web.shell.Address;
import se.foreningstorget.web.shell.Clockface;
import se.foreningstorget.web.shell.Fields;
import se.foreningstorget.web.shell.Form;
import se.foreningstorget.web.shell.Page;
import se.foreningstorget.web.shell.SeeOther;

/** A venue, its day, and booking a time. */
@Controller
@RequestMapping("/venues/{id}")
class BookingController {
    private static final String DAY = "/api/venue/v1/venues/{venue}/days/{day}";

    private static final Fields FIELDS =
            Fields.none()
                    .line("day", "day.choose", 100)
                    .time("from", "book.from")
                    .time("to", "book.to")
                    .line("association", "book.association", 64)
                    .line("purpose", "book.purpose", 500);

    private final InstantSource clock;

    BookingController(InstantSource clock) {
        this.clock = clock;
    }

    @GetMapping
    ModelAndView venue(
            Page page,
            Api api,
            @PathVariable String id,
            @RequestParam(name = "day", defaultValue = "") String asked,
            @RequestParam(required = false) @Nullable String booked) {
        @Nullable LocalDate day = asked.isBlank() ? today() : day(asked);
        var form = Form.of(FIELDS).with("id", UUID.randomUUID());
        if (day == null) {
            form.with("day", today()).refuse("day", page.t("day.none", asked));
            return form.again(show(page, api, id, today(), form, false));
        }
        return show(page, api, id, day, form.with("day", day), booked != null);
    }

    /** Where the other language of a form that was answered leads. */
    @GetMapping("/bookings")
    ModelAndView start(@PathVariable String id) {
        return SeeOther.to("/venues/{id}", id);
    }

    @PostMapping("/bookings")
    ModelAndView book(
            Page page,
            Api api,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed) {
        var form = Form.of(page, typed, FIELDS);
        @Nullable LocalDate day = day(form.value("day"));
        if (day == null) {
            form.refuse("day", page.t("day.none", form.value("day")));
            return form.again(show(page, api, id, today(), form, false));
        }
        form.need(page, "from", "book.from.missing")
                .need(page, "to", "book.to.missing")
                .need(page, "association", "book.association.missing");
        if (form.isFine()) {
            try {
                api.put(
                        Call.to(DAY + "/bookings/{id}", id, day, form.value("id"))
                                .field("from", form.text("from"))
                                .field("to", form.text("to"))
                                .field("association", form.text("association"))
                                .field("purpose", form.text("purpose")),
                        DayView.Booking.class);
                return SeeOther.to(
                        Address.of("/venues/{id}", id).with("day", day).with("booked", 1));
            } catch (Refused refused) {
                form.take(page, refused);
                if (refused.isAboutAnother()) {
                    var there = Address.of("/venues/{id}", id).with("day", day);
                    form.sentBefore(there.toString(), page.t("book.before"));
                }
            }
        }
        return form.again(show(page, api, id, day, form, false));
    }

    @GetMapping("/days/{day}/bookings/{booking}/cancel")
    ModelAndView askFirst(
            Page page,
            Api api,
            @PathVariable String id,
            @PathVariable LocalDate day,
            @PathVariable String booking) {
        return page.view(
                "premises/cancel",
                Map.of(
                        "venue",
                        api.get(venue(id), VenueView.class),
                        "day",
                        day,
                        "booking",
                        api.get(
                                Call.to(DAY + "/bookings/{id}", id, day, booking),
                                DayView.Booking.class)));
    }

    @PostMapping("/days/{day}/bookings/{booking}/cancel")
    ModelAndView cancel(
            Api api,
            @PathVariable String id,
            @PathVariable LocalDate day,
            @PathVariable String booking) {
        api.delete(Call.to(DAY + "/bookings/{id}", id, day, booking), DayView.Booking.class);
        return SeeOther.to(Address.of("/venues/{id}", id).with("day", day));
    }

    private static ModelAndView show(
            Page page, Api api, String id, LocalDate day, Form form, boolean booked) {
        var model = new LinkedHashMap<String, Object>();
        model.put("venue", api.get(venue(id), VenueView.class));
        model.put("day", api.get(Call.to(DAY, id, day), DayView.class));
        model.put("form", form);
        model.put("booked", booked);
        model.put("associations", associations(page, api));
        return page.view("premises/venue", model);
    }

    /** The associations this visitor may book for, by name where the register tells it. */
    private static Map<String, String> associations(Page page, Api api) {
        var names = new LinkedHashMap<String, String>();
        for (var id : page.visitor().editorOf()) {
            names.put(id, name(api, id));
        }
        return names;
    }

    private static String name(Api api, String association) {
        try {
            return api.get(
                            Call.to("/api/register/v1/associations/{id}", association),
                            AssociationView.class)
                    .name();
        } catch (Refused refused) {
            return association;
        }
    }

    /** The day asked for; null when there is no such day. */
    private static @Nullable LocalDate day(String asked) {
        try {
            return LocalDate.parse(asked.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Clockface.CITY);
    }

    private static Call venue(String id) {
        return Call.to("/api/venue/v1/venues/{id}", id);
    }
}
