package se.foreningstorget.searchkit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which other stems a stem is also looked for as, and how well each of them matches, 0 to 1. */
final class Synonyms {
    private static final double SAME = 0.9;
    private static final double RELATED = 0.5;
    private static final Map<String, Map<String, Double>> ALL = read();

    private Synonyms() {}

    static Map<String, Double> of(String stem) {
        return ALL.getOrDefault(stem, Map.of());
    }

    private static Map<String, Map<String, Double>> read() {
        var all = new HashMap<String, Map<String, Double>>();
        for (var line : WordFile.lines("synonyms-sv.txt")) {
            var sides = line.split("=>", 2);
            if (sides.length == 2) {
                connect(all, stems(sides[0], ","), stems(sides[1], ","), RELATED);
            } else {
                connect(all, stems(line, "="), stems(line, "="), SAME);
            }
        }
        return all;
    }

    private static void connect(
            Map<String, Map<String, Double>> all, List<String> from, List<String> to, double how) {
        for (var typed : from) {
            var others = all.computeIfAbsent(typed, _ -> new LinkedHashMap<>());
            to.stream()
                    .filter(other -> !other.equals(typed))
                    .forEach(other -> others.merge(other, how, Math::max));
        }
    }

    private static List<String> stems(String words, String separator) {
        return Arrays.stream(words.split(separator)).map(String::strip).map(Stem::of).toList();
    }
}
