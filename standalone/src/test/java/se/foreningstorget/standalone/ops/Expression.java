package se.foreningstorget.standalone.ops;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What an expression in PromQL asks for: metrics, and the labels it picks them by. */
final class Expression {
    private static final Pattern STRING = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern NAME =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(\\{([^}]*)}|\\()?");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)\\s*[=!]");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

    private Expression() {}

    /** The labels by metric. */
    static Map<String, Set<String>> metrics(String expression) {
        var bare = STRING.matcher(expression).replaceAll("''");
        bare = RANGE.matcher(bare).replaceAll("");
        bare = GROUPING.matcher(bare).replaceAll("(");
        var found = new HashMap<String, Set<String>>();
        var names = NAME.matcher(bare);
        while (names.find()) {
            boolean function = "(".equals(names.group(2));
            if (!function && !WORDS.contains(names.group(1))) {
                var labels = found.computeIfAbsent(names.group(1), _ -> new TreeSet<>());
                if (names.group(3) != null) {
                    LABEL.matcher(names.group(3)).results().forEach(it -> labels.add(it.group(1)));
                }
            }
        }
        return found;
    }
}
