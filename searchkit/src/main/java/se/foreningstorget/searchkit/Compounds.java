package se.foreningstorget.searchkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes Swedish compounds apart with a word list of ours: skolmuseiförening is skol, musei and
 * förening.
 *
 * <p>All parts but the last must be linking forms from the list, and the last may be inflected. One
 * part at either end may be unknown (a name, mostly: Helsingborgskretsen), when what is left over
 * is long enough to be trusted. Of several readings the one with the fewest parts wins.
 */
final class Compounds {
    private static final int SHORTEST_COMPOUND = 5;
    private static final int SHORTEST_PART = 3;
    private static final int SHORTEST_BESIDE_UNKNOWN = 4;
    private static final Set<String> LINKING = new HashSet<>();
    private static final Set<String> LAST = new HashSet<>();

    /** Short enough to be met by chance, yet no Swedish word but a choir's name ends so. */
    private static final String CHOIR = Stem.of("kör");

    static {
        for (var line : WordFile.lines("compounds-sv.txt")) {
            var forms = List.of(line.split("\\s+"));
            LINKING.addAll(forms);
            LINKING.add(forms.getFirst() + "s");
            LAST.add(Stem.of(forms.getFirst()));
        }
    }

    private Compounds() {}

    /** Its parts in order, or an empty list when it is no compound we can read. */
    static List<String> partsOf(String word) {
        if (word.length() < SHORTEST_COMPOUND || isKnown(word)) {
            return List.of();
        }
        var parts = read(word, true);
        if (parts == null) {
            parts = withUnknownFirst(word);
        }
        if (parts == null) {
            parts = withUnknownLast(word);
        }
        return parts == null ? List.of() : parts;
    }

    /** Whether all its parts are words we know, so that it may be looked for part by part. */
    static boolean readsWhole(List<String> parts) {
        return parts.size() > 1
                && parts.subList(0, parts.size() - 1).stream().allMatch(LINKING::contains)
                && isKnown(parts.getLast());
    }

    private static boolean isKnown(String word) {
        return LAST.contains(Stem.of(word));
    }

    private static @Nullable List<String> read(String word, boolean first) {
        if (!first && word.length() >= SHORTEST_PART && isKnown(word)) {
            return List.of(word);
        }
        List<String> best = null;
        int shortest = first ? 2 : SHORTEST_PART;
        for (int cut = word.length() - SHORTEST_PART; cut >= shortest; cut--) {
            if (LINKING.contains(word.substring(0, cut))) {
                var rest = read(word.substring(cut), false);
                if (rest != null && (best == null || rest.size() + 1 < best.size())) {
                    best = prepend(word.substring(0, cut), rest);
                }
            }
        }
        return best;
    }

    private static @Nullable List<String> withUnknownFirst(String word) {
        for (int cut = SHORTEST_PART; cut <= word.length() - SHORTEST_PART; cut++) {
            var rest = word.substring(cut);
            if (rest.length() < SHORTEST_BESIDE_UNKNOWN && !Stem.of(rest).equals(CHOIR)) {
                return null;
            }
            var parts = read(rest, false);
            if (parts != null) {
                return prepend(word.substring(0, cut), parts);
            }
        }
        return null;
    }

    private static @Nullable List<String> withUnknownLast(String word) {
        for (int cut = word.length() - SHORTEST_PART; cut >= SHORTEST_BESIDE_UNKNOWN; cut--) {
            if (LINKING.contains(word.substring(0, cut))) {
                return List.of(word.substring(0, cut), word.substring(cut));
            }
        }
        return null;
    }

    private static List<String> prepend(String part, List<String> rest) {
        var parts = new ArrayList<String>(rest.size() + 1);
        parts.add(part);
        parts.addAll(rest);
        return parts;
    }
}
