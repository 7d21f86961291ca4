package se.foreningstorget.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.servlet.ModelAndView;
import se.foreningstorget.web.api.Visitor;

/** The page being made: its reader, their language, and where it stands. */
public final class Page {
    private final HttpServletRequest request;
    private final MessageSource texts;
    private final Assets assets;
    private final Visitor visitor;
    private final Clockface clock;

    Page(HttpServletRequest request, MessageSource texts, Assets assets, Visitor visitor) {
        this.request = request;
        this.texts = texts;
        this.assets = assets;
        this.visitor = visitor;
        this.clock = new Clockface(visitor.language());
    }

    /** Another language this page can be read in, or this one. */
    public record Language(String tag, String name, String href, boolean current) {}

    /** A text that must exist. */
    public String t(String key, Object... arguments) {
        return texts.getMessage(key, arguments, visitor.language());
    }

    /** A text for a value others chose, or the value itself. */
    public String textOr(String key, @Nullable String otherwise) {
        var text = texts.getMessage(key, null, otherwise == null ? "" : otherwise, locale());
        return text == null ? "" : text;
    }

    public @Nullable String textIfAny(String key) {
        var text = textOr(key, "");
        return text.isEmpty() ? null : text;
    }

    public Locale locale() {
        return visitor.language();
    }

    public String lang() {
        return locale().getLanguage();
    }

    public Visitor visitor() {
        return visitor;
    }

    public Clockface clock() {
        return clock;
    }

    public String asset(String name) {
        return assets.address(name);
    }

    /** Whether the page stands under the path; for marking where one is. */
    public boolean isUnder(String path) {
        var here = request.getRequestURI();
        return here.equals(path) || here.startsWith(path + "/");
    }

    /** This page in each language; one that answers a form leads back to the form. */
    public List<Language> languages() {
        return Languages.ALL.stream().map(this::language).toList();
    }

    private Language language(Locale language) {
        var name = language.getDisplayLanguage(language);
        return new Language(
                language.getLanguage(),
                name.substring(0, 1).toUpperCase(language) + name.substring(1),
                inLanguage(language),
                language.equals(locale()));
    }

    private String inLanguage(Locale language) {
        var here = new Address(request.getRequestURI());
        if (request.getMethod().equals("GET")) {
            request.getParameterMap().entrySet().stream()
                    .filter(parameter -> !parameter.getKey().equals(Languages.CHOICE))
                    .forEach(it -> here.withEach(it.getKey(), List.of(it.getValue())));
        }
        return here.with(Languages.CHOICE, language.getLanguage()).toString();
    }

    /** The page itself, made from a template and what it shows. */
    public ModelAndView view(String template, Map<String, ?> shown) {
        var model = new HashMap<String, Object>(shown);
        model.put("page", this);
        return new ModelAndView(template, model);
    }

    public ModelAndView view(String template) {
        return view(template, Map.of());
    }
}
