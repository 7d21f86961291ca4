package se.foreningstorget.web.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import se.foreningstorget.web.api.Refused;

/** What somebody typed into a form, and what is wrong with it: nothing typed is ever lost. */
public final class Form {
    private final MultiValueMap<String, String> typed;
    private final Fields fields;
    private final Map<String, String> errors = new LinkedHashMap<>();
    private @Nullable String problem;
    private @Nullable Before before;
    private int status = 400;

    private Form(MultiValueMap<String, String> typed, Fields fields) {
        this.typed = typed;
        this.fields = fields;
    }

    /** One thing that is wrong; the label is empty when the text already begins with it. */
    public record Said(String name, String label, String text, boolean linked) {}

    /** Where to see what was sent before, when that is known. */
    public record Before(@Nullable String href, String link) {}

    public static Form empty() {
        return of(Fields.none());
    }

    public static Form of(Fields fields) {
        return new Form(new LinkedMultiValueMap<>(), fields);
    }

    /** What was typed; what cannot be kept of it is told at its field and left out. */
    public static Form of(Page page, MultiValueMap<String, String> typed, Fields fields) {
        var form = new Form(new LinkedMultiValueMap<>(typed), fields);
        fields.check(page, form, form.typed);
        return form;
    }

    /** The title of the form's page, which says at once when something is wrong. */
    public String title(Page page, String title) {
        return isFine() ? title : page.t("form.error-title", title);
    }

    /** Fills a field in before anybody typed; absent values leave it empty. */
    public Form with(String name, @Nullable Object value) {
        if (value != null) {
            typed.add(name, value.toString());
        }
        return this;
    }

    public String value(String name) {
        @Nullable String value = typed.getFirst(name);
        return value == null ? "" : value;
    }

    public List<String> values(String name) {
        @Nullable List<String> values = typed.get(name);
        return values == null ? List.of() : values;
    }

    /** What was typed, without the blanks around it; null when nothing was. */
    public @Nullable String text(String name) {
        var value = value(name).strip();
        return value.isEmpty() ? null : value.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Yes, no, or null for what nobody has said. */
    public @Nullable Boolean yesNo(String name) {
        var value = value(name);
        return value.isEmpty() ? null : Boolean.valueOf(value);
    }

    public boolean has(String name, String value) {
        return values(name).contains(value);
    }

    public @Nullable String error(String name) {
        return errors.get(name);
    }

    /** What is wrong, field by field, in the order of the form, each once. */
    public List<Said> said(Page page) {
        return errors.entrySet().stream()
                .sorted(Comparator.comparingInt(it -> fields.place(it.getKey())))
                .map(it -> said(page, it.getKey(), it.getValue()))
                .toList();
    }

    private Said said(Page page, String name, String text) {
        var label = fields.label(page, name);
        return new Said(name, text.startsWith(label + " ") ? "" : label, text, fields.has(name));
    }

    public @Nullable String problem() {
        return problem;
    }

    public boolean isFine() {
        return errors.isEmpty() && problem == null && before == null;
    }

    public Form refuse(String field, String text) {
        errors.putIfAbsent(field, text);
        return this;
    }

    public Form refuse(String text) {
        problem = text;
        return this;
    }

    /** Says that a field must be filled in, when it is not. */
    public Form need(Page page, String name, String key) {
        if (text(name) == null) {
            refuse(name, page.t(key));
        }
        return this;
    }

    /**
     * Takes over what the API says is wrong. Who must sign in first, or asks for what is not there,
     * is told on a page of its own.
     */
    public Form take(Page page, Refused refused) {
        if (List.of(401, 403, 404).contains(refused.status())) {
            throw refused;
        }
        status = refused.isAway() ? Refused.AWAY : refused.status();
        if (refused.errors().isEmpty()) {
            problem = refused.detail() == null ? page.t("problem.api-away") : refused.detail();
        }
        refused.errors()
                .forEach(error -> {
                    // the API's short texts go on from the name of the field
                    boolean goesOn =
                            error.text().codePoints().limit(1).allMatch(Character::isLowerCase);
                    var label = fields.label(page, error.field());
                    errors.putIfAbsent(
                            error.field(),
                            goesOn ? page.t("form.goes-on", label, error.text()) : error.text());
                });
        return this;
    }

    /**
     * Tells that the form was sent before with something else in it, and makes it a new one: what
     * is typed stays.
     *
     * @param href where to see what was sent; null when nobody here knows
     */
    public Form sentBefore(@Nullable String href, String link) {
        before = new Before(href, link);
        problem = null;
        errors.clear();
        typed.set("id", UUID.randomUUID().toString());
        return this;
    }

    public @Nullable Before before() {
        return before;
    }

    /** The id of a field, for its label and for the list of what is wrong. */
    public static String id(String name) {
        return "f-" + name.replaceAll("[^A-Za-z0-9]+", "-");
    }

    /** The names under which several rows of the same fields stand, like {@code contacts[0]}. */
    public static List<String> rows(String name, int count) {
        var rows = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            rows.add(name + "[" + i + "]");
        }
        return rows;
    }

    /** The page with the form once more. */
    public ModelAndView again(ModelAndView page) {
        page.setStatus(HttpStatusCode.valueOf(status));
        return page;
    }
}
