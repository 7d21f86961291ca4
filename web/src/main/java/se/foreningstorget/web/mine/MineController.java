package se.foreningstorget.web.mine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
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
import se.foreningstorget.web.api.Occurrence;
import se.foreningstorget.web.api.Refused;
import se.foreningstorget.web.register.Vocabulary;
import se.foreningstorget.web.shell.Form;
import se.foreningstorget.web.shell.Page;
import se.foreningstorget.web.shell.SeeOther;

/** Where an association's own people keep its page and its contacts true. */
@Controller
@RequestMapping("/my-association")
class MineController {
    private final Vocabulary vocabulary;

    MineController(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @GetMapping
    ModelAndView all(Page page, Api api) {
        var mine = new ArrayList<AssociationView>();
        for (var id : page.visitor().editorOf()) {
            try {
                mine.add(api.get(association(id), AssociationView.class));
            } catch (Refused refused) {
                if (refused.status() != 404) {
                    throw refused;
                }
            }
        }
        return page.view("mine/all", Map.of("mine", mine));
    }

    @GetMapping("/{id}")
    ModelAndView one(Page page, Api api, @PathVariable String id) {
        var mine = api.get(association(id), AssociationView.class);
        var coming =
                api.list(
                        Call.to("/api/calendar/v1/occurrences")
                                .with("organizer", id)
                                .with("limit", 10),
                        Occurrence.class);
        return page.view("mine/one", Map.of("association", mine, "coming", coming.items()));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(Page page, Api api, @PathVariable String id) {
        var known = api.versioned(association(id), AssociationView.class);
        return show(page, api, id, AssociationForm.of(known.body(), known.etag()));
    }

    @PostMapping("/{id}/edit")
    ModelAndView save(
            Page page,
            Api api,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed) {
        var form =
                Form.of(page, typed, AssociationForm.FIELDS)
                        .need(page, "name", "mine.name.missing");
        if (form.isFine()) {
            try {
                api.put(AssociationForm.fill(association(id), form), AssociationView.class);
                return SeeOther.to("/my-association/{id}", id);
            } catch (Refused refused) {
                form.take(page, refused);
            }
        }
        return form.again(show(page, api, id, form));
    }

    private ModelAndView show(Page page, Api api, String id, Form form) {
        var tags = new LinkedHashMap<String, String>();
        vocabulary.tags(api).forEach(tag -> tags.put(tag.id(), tag.in(page.locale())));
        var rows = Form.rows("contacts", AssociationForm.contacts(form) + 1);
        var visibility = rows.getLast() + ".visibility";
        if (form.text(visibility) == null) {
            // nobody's details are shown to all unless somebody chose it
            form.with(visibility, "city");
        }
        return page.view("mine/edit", Map.of("id", id, "form", form, "tags", tags, "rows", rows));
    }

    private static Call association(String id) {
        return Call.to("/api/register/v1/associations/{id}", id);
    }
}
