package se.foreningstorget.searchkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The index keys of a word, each with how well it speaks for the word, 0 to 1.
 *
 * <p>All that makes Swedish forgiving is done here, when an entry is put, so that a search is a few
 * exact look-ups however large the catalogue: keys for the stem, for beginnings up to six letters
 * (as-you-type), for the parts of a compound and for the same without å, ä and ö. The first letter
 * of a key tells the kinds apart.
 */
final class Keys {
    static final int LONGEST_BEGINNING = 6;

    private static final char STEM = 's';
    private static final char BEGINNING = 'b';
    private static final char WORD = 'w';
    private static final char WHOLE = 'v';

    private static final double LAST_PARTS = 0.7;
    private static final double OTHER_PARTS = 0.6;
    private static final double NO_DIACRITICS = 0.6;
    private static final double BEGINS = 0.5;

    private static final int REMEMBERED = 10_000;
    private static final Map<String, Map<String, Double>> KNOWN = new ConcurrentHashMap<>();

    private Keys() {}

    static String stem(String stem) {
        return STEM + stem;
    }

    static String beginning(String letters) {
        return BEGINNING + letters;
    }

    static String word(String spelling) {
        return WORD + spelling;
    }

    /** The word that a word key was made of. */
    static String spelling(String wordKey) {
        return wordKey.substring(1);
    }

    /** The key of a whole text, word by word, fillers too. */
    static String whole(List<String> spellings) {
        return WHOLE + String.join(" ", spellings);
    }

    /** All keys of a word as it stands in an entry. */
    static Map<String, Double> of(String spelling) {
        var keys = KNOWN.get(spelling);
        if (keys == null) {
            keys = build(spelling);
            // Names repeat, so most words are already here; a flood of new ones starts it over.
            if (KNOWN.size() >= REMEMBERED) {
                KNOWN.clear();
            }
            KNOWN.put(spelling, keys);
        }
        return keys;
    }

    private static Map<String, Double> build(String spelling) {
        var keys = new LinkedHashMap<String, Double>();
        addPiece(keys, spelling, 1, 1);
        var parts = Compounds.partsOf(spelling);
        for (int from = 0; from < parts.size(); from++) {
            for (int to = from + 1; to <= parts.size(); to++) {
                if (to - from < parts.size()) {
                    double how = to == parts.size() ? LAST_PARTS : OTHER_PARTS;
                    addPiece(keys, String.join("", parts.subList(from, to)), how, 3);
                }
            }
        }
        return Map.copyOf(keys);
    }

    private static void addPiece(
            Map<String, Double> keys, String piece, double how, int shortestBeginning) {
        addSpelling(keys, piece, how, shortestBeginning);
        var plain = Word.plain(piece);
        if (!plain.equals(piece)) {
            addSpelling(keys, plain, how * NO_DIACRITICS, shortestBeginning);
        }
    }

    private static void addSpelling(
            Map<String, Double> keys, String piece, double how, int shortestBeginning) {
        var stem = Stem.of(piece);
        keys.merge(stem(stem), how, Math::max);
        keys.merge(word(piece), how, Math::max);
        int longest = Math.min(LONGEST_BEGINNING, piece.length());
        for (int length = shortestBeginning; length <= longest; length++) {
            if (length < piece.length() && Character.isHighSurrogate(piece.charAt(length - 1))) {
                continue;
            }
            var letters = piece.substring(0, length);
            // A beginning that is the whole word stands for it: one look-up then does for both.
            boolean all = letters.equals(piece) || letters.equals(stem);
            keys.merge(beginning(letters), all ? how : how * BEGINS, Math::max);
        }
    }
}
