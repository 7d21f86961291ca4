package se.foreningstorget.searchkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells why an entry was found, by reading its texts again with the keys that were asked for. */
final class Reasons {
    private static final int MOST_PER_FIELD = 3;
    private static final int SHORT_TEXT = 160;
    private static final int BEFORE = 50;

    private final Fields fields;
    private final Set<String> keys;

    Reasons(Fields fields, Set<String> keys) {
        this.fields = fields;
        this.keys = keys;
    }

    List<Reason> of(Map<String, List<String>> texts) {
        var reasons = new ArrayList<Reason>();
        fields.texts().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .forEach(field -> addReasons(field, texts.getOrDefault(field, List.of()), reasons));
        if (reasons.isEmpty()) {
            addWholes(texts, reasons);
        }
        return reasons;
    }

    private void addReasons(String field, List<String> texts, List<Reason> reasons) {
        int found = 0;
        for (var text : texts) {
            var fragment = new Fragment(text);
            Word.each(KeyWeights.searched(text), fragment::read);
            if (fragment.hasMatch()) {
                reasons.add(fragment.reason(field));
                if (++found == MOST_PER_FIELD) {
                    return;
                }
            }
        }
    }

    /** What matched only as a whole consists of fillers, which speak for nothing one by one. */
    private void addWholes(Map<String, List<String>> texts, List<Reason> reasons) {
        texts.forEach((field, values) -> {
            for (var text : values) {
                var words = new ArrayList<String>();
                Word.eachSingle(KeyWeights.searched(text), words::add);
                var whole = Keys.whole(words);
                if (keys.contains(whole) || keys.contains(Word.plain(whole))) {
                    var written = new ArrayList<String>();
                    Word.eachWritten(text, written::add);
                    reasons.add(new Reason(field, text, written));
                }
            }
        });
    }

    private boolean matches(Word word) {
        return !Fillers.contains(word.spelling())
                && Keys.of(word.spelling()).keySet().stream().anyMatch(keys::contains);
    }

    /** The part of a text around its first match, grown while the text is read. */
    private final class Fragment {
        private final String text;
        private final Set<String> words = new LinkedHashSet<>();
        private int from;
        private int to;

        Fragment(String text) {
            this.text = text;
            this.to = text.length();
        }

        boolean read(Word word) {
            if (word.to() > to) {
                return false;
            }
            if (word.from() >= from && matches(word)) {
                if (words.isEmpty() && text.length() > SHORT_TEXT) {
                    from = wordBorderBefore(word.from());
                    to = wordBorderAfter(word.to());
                }
                words.add(text.substring(word.from(), word.to()));
            }
            return true;
        }

        boolean hasMatch() {
            return !words.isEmpty();
        }

        Reason reason(String field) {
            var before = from > 0 ? "… " : "";
            var after = to < text.length() ? " …" : "";
            var part = text.substring(from, to).strip();
            return new Reason(field, before + part + after, List.copyOf(words));
        }

        private int wordBorderBefore(int match) {
            if (match <= BEFORE) {
                return 0;
            }
            int space = text.indexOf(' ', match - BEFORE);
            return space >= 0 && space < match ? space + 1 : match;
        }

        private int wordBorderAfter(int match) {
            int end = Math.max(match, from + SHORT_TEXT);
            if (end >= text.length()) {
                return text.length();
            }
            int space = text.lastIndexOf(' ', end);
            return space >= match ? space : match;
        }
    }
}
