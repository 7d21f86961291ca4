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
import se.foreningstorget.web.shell.Form;
import se.foreningstorget.web.shell.Page;
import se.foreningstorget.web.shell.SeeOther;

/** A venue, its day, and booking a time. */
@Controller
@RequestMapping("/venues/{id}")
class BookingController {
    private static final String DAY = "/api/venue/v1/venues/{venue}/days/{day}";

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
        var day = day(asked);
        var form = Form.empty().with("id", UUID.randomUUID()).with("day", day);
        return show(page, api, id, day, form, booked != null);
    }

    @PostMapping("/bookings")
    ModelAndView book(
            Page page,
            Api api,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed) {
        var form = Form.of(typed);
        var day = day(form.value("day"));
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

    /** The day asked for; today when that is no day. */
    private LocalDate day(String asked) {
        try {
            return LocalDate.parse(asked.strip());
        } catch (DateTimeException e) {
            return LocalDate.ofInstant(clock.instant(), Clockface.CITY);
        }
    }

    private static Call venue(String id) {
        return Call.to("/api/venue/v1/venues/{id}", id);
    }
}
