package se.foreningstorget.web.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of a form, in its order: what each is called, and what it may hold. */
public final class Fields {
    private static final Pattern IN_ROW = Pattern.compile("(\\w+)\\[(\\d{1,3})]\\.(\\w+)");

    /** The shapes are those of the register, so that what is wrong is told before it is sent. */
    private enum Kind {
        CHOICE(".*"),
        LINE(".*"),
        LINES("(?s).*"),
        EMAIL("[^@\\s<>,;:\"()]+@[^@\\s<>,;:\"()]+\\.[^@\\s<>,;:\"().]+"),
        PHONE("(?:[^0-9<>]*+[0-9]){5}[^<>]*"),
        WEB("(?i:https?)://[^\\s/?#@<>\"'\\\\]+(?:[/?#][^\\s<>\"'\\\\]*)?"),
        NUMBER("[0-9]{1,9}"),
        TIME("([01][0-9]|2[0-3]):[0-5][0-9](:00)?"),
        MOMENT("[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9](:00)?");

        private final Pattern shape;

        Kind(String shape) {
            this.shape = Pattern.compile(shape);
        }
    }

    private record Field(String key, int most, Kind kind) {}

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, String> rows = new HashMap<>();

    private Fields() {}

    public static Fields none() {
        return new Fields();
    }

    /** A text on one line. */
    public Fields line(String name, String key, int most) {
        return add(name, key, most, Kind.LINE);
    }

    /** A text on several lines. */
    public Fields lines(String name, String key, int most) {
        return add(name, key, most, Kind.LINES);
    }

    public Fields email(String name, String key) {
        return add(name, key, 254, Kind.EMAIL);
    }

    public Fields phone(String name, String key) {
        return add(name, key, 50, Kind.PHONE);
    }

    public Fields web(String name, String key) {
        return add(name, key, 500, Kind.WEB);
    }

    public Fields number(String name, String key) {
        return add(name, key, 9, Kind.NUMBER);
    }

    public Fields time(String name, String key) {
        return add(name, key, 8, Kind.TIME);
    }

    /** A day and a time. */
    public Fields moment(String name, String key) {
        return add(name, key, 20, Kind.MOMENT);
    }

    /** Something one picks, so that nothing can be typed wrong. */
    public Fields choice(String name, String key) {
        return add(name, key, 10_000, Kind.CHOICE);
    }

    /** Rows of the same fields, which are then named like {@code contacts[].email}. */
    public Fields rows(String name, String key) {
        rows.put(name, key);
        return this;
    }

    private Fields add(String name, String key, int most, Kind kind) {
        fields.put(name, new Field(key, most, kind));
        return this;
    }

    boolean has(String name) {
        return fields.containsKey(plain(name));
    }

    /** Where the field stands in the form; after all others when it is not one of it. */
    int place(String name) {
        int place = new ArrayList<>(fields.keySet()).indexOf(plain(name));
        return place < 0 ? fields.size() : place;
    }

    /** What the page calls the field. */
    String label(Page page, String name) {
        @Nullable Field field = fields.get(plain(name));
        var label = field == null ? page.textOr("field." + name, name) : page.t(field.key());
        var row = IN_ROW.matcher(name);
        @Nullable String legend = row.matches() ? rows.get(row.group(1)) : null;
        return legend == null
                ? label
                : page.t(legend, Integer.parseInt(row.group(2)) + 1) + ", " + label;
    }

    /** Cleans what was typed and says what could not be kept; the page then shows what is left. */
    void check(Page page, Form form, Map<String, List<String>> typed) {
        typed.replaceAll((name, values) -> {
            if (has(name) && values.stream().anyMatch(it -> holdsOdd(name, it))) {
                form.refuse(name, page.t("form.control"));
            }
            return new ArrayList<>(values.stream().map(it -> cleaned(name, it)).toList());
        });
        for (var name : typed.keySet()) {
            @Nullable Field field = fields.get(plain(name));
            @Nullable String text = field == null ? null : form.text(name);
            if (field != null && text != null) {
                check(page, form, name, field, text);
            }
        }
    }

    private static void check(Page page, Form form, String name, Field field, String text) {
        if (text.length() > field.most()) {
            form.refuse(name, page.t("form.too-long", text.length(), field.most()));
        } else if (!field.kind().shape.matcher(text).matches()) {
            var kind = field.kind().name().toLowerCase(java.util.Locale.ROOT);
            form.refuse(name, page.textOr("form.wrong." + kind, page.t("form.wrong")));
        }
    }

    /** Whether it holds what nobody types; a tab within a line becomes a blank without a word. */
    private boolean holdsOdd(String name, String value) {
        var blank = value.strip().replace('\t', ' ');
        return !cleaned(name, blank).strip().equals(blank.strip());
    }

    /** What is hidden, or is not a field of the form, is one line too: headers are made of it. */
    private String cleaned(String name, String value) {
        @Nullable Field field = fields.get(plain(name));
        return field != null && field.kind() == Kind.LINES ? Plain.lines(value) : Plain.line(value);
    }

    private static String plain(String name) {
        return IN_ROW.matcher(name).replaceFirst("$1[].$3");
    }
}
