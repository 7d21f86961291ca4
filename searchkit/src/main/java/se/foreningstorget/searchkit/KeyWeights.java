package se.foreningstorget.searchkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The keys of one entry, each with the weight of its best place in the entry.
 *
 * <p>A weight is the field's weight times how well the key speaks for the word there, a little less
 * in a longer text. It stands in the index where Lucene counts occurrences, so that the score of a
 * match depends on the entry and the query alone: not on what else is in the catalogue, and cursors
 * stay true while entries come and go.
 */
final class KeyWeights {
    /** Fine enough steps: the least match in a field of weight 1 still counts. */
    private static final int STEPS = 100;

    private static final int LONGEST_TEXT = 50_000;
    static final int MOST_WORDS_OF_WHOLE = 12;
    private static final double LESS_PER_WORD = 0.03;
    private static final double LEAST_BY_LENGTH = 0.6;

    private final Map<String, Integer> weights = new HashMap<>(512);

    static Map<String, Integer> of(Fields fields, Entry entry) {
        var all = new KeyWeights();
        fields.texts()
                .forEach((field, weight) -> {
                    for (var text : entry.texts().getOrDefault(field, List.of())) {
                        all.add(text, weight);
                    }
                });
        return all.weights;
    }

    /** The part of a text that is searched: more than anyone writes, less than would hurt. */
    static CharSequence searched(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    private void add(String text, int fieldWeight) {
        var words = new HashSet<String>();
        var singles = new ArrayList<String>();
        Word.each(
                searched(text),
                word -> {
                    words.add(word.spelling());
                    if (!word.joined()) {
                        singles.add(word.spelling());
                    }
                    return true;
                });
        double longer = 1 - LESS_PER_WORD * (singles.size() - 1);
        double most = STEPS * fieldWeight * Math.max(LEAST_BY_LENGTH, longer);
        for (var word : words) {
            if (!Fillers.contains(word)) {
                Keys.of(word).forEach((key, how) -> put(key, how * most));
            }
        }
        if (!singles.isEmpty() && singles.size() <= MOST_WORDS_OF_WHOLE) {
            var whole = Keys.whole(singles);
            put(whole, STEPS * fieldWeight);
            put(Word.plain(whole), STEPS * fieldWeight / 2.0);
        }
    }

    private void put(String key, double weight) {
        weights.merge(key, Math.max(1, (int) Math.round(weight)), Math::max);
    }
}
