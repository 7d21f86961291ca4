package se.foreningstorget.web.mine;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.foreningstorget.web.api.Api;
import se.foreningstorget.web.api.AssociationView;
import se.foreningstorget.web.api.Call;
import se.foreningstorget.web.api.Refused;
import se.foreningstorget.web.register.Vocabulary;
import se.foreningstorget.web.shell.Form;
import se.foreningstorget.web.shell.Page;
import se.foreningstorget.web.shell.SeeOther;

/** Where the city's people put an association into the register. */
@Controller
class NewAssociationController {
    private static final String ID = "[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?";
    private static final int LONGEST_ID = 64;

    private final Vocabulary vocabulary;

    NewAssociationController(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @GetMapping("/associations/new")
    ModelAndView form(Page page, Api api) {
        return show(page, api, Form.empty());
    }

    @PostMapping("/associations")
    ModelAndView create(Page page, Api api, @RequestParam MultiValueMap<String, String> typed) {
        var form =
                Form.of(page, typed, AssociationForm.FIELDS)
                        .need(page, "name", "mine.name.missing");
        var id = id(form);
        if (!id.matches(ID)) {
            form.refuse("id", page.t("new.id.wrong"));
        }
        if (form.isFine()) {
            try {
                if (!isTaken(api, id)) {
                    api.put(AssociationForm.fill(association(id), form), AssociationView.class);
                    return SeeOther.to("/associations/{id}", id);
                }
                form.refuse("id", page.t("new.id.taken", id));
            } catch (Refused refused) {
                form.take(page, refused);
            }
        }
        return form.again(show(page, api, form));
    }

    /** As it was typed, or made from the name: "Råå Visor & Kör" becomes "raa-visor-kor". */
    private static String id(Form form) {
        @Nullable String typed = form.text("id");
        @Nullable String name = form.text("name");
        if (typed != null || name == null) {
            return typed == null ? "x" : typed;
        }
        var id =
                Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                        .replaceAll("\\p{M}+", "")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceFirst("^-", "");
        return id.substring(0, Math.min(id.length(), LONGEST_ID)).replaceFirst("-$", "");
    }

    private static boolean isTaken(Api api, String id) {
        try {
            api.get(association(id), AssociationView.class);
            return true;
        } catch (Refused refused) {
            if (refused.status() == 404) {
                return false;
            }
            throw refused;
        }
    }

    private ModelAndView show(Page page, Api api, Form form) {
        if (!page.visitor().isStaff()) {
            throw page.visitor().isSignedIn() ? Refused.notAllowed() : Refused.signInNeeded();
        }
        var tags = new LinkedHashMap<String, String>();
        vocabulary.tags(api).forEach(tag -> tags.put(tag.id(), tag.in(page.locale())));
        if (form.text("contacts[0].visibility") == null) {
            form.with("contacts[0].visibility", "city");
        }
        return page.view(
                "mine/new", Map.of("form", form, "tags", tags, "rows", Form.rows("contacts", 1)));
    }

    private static Call association(String id) {
        return Call.to("/api/register/v1/associations/{id}", id);
    }
}
