package se.foreningstorget.searchkit;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A word of a text: how it is spelled for searching, and where it stands.
 *
 * <p>Spelling is lower case. Å, ä and ö are letters of their own and stay; other accents are taken
 * off (café is cafe), and the Danish and Norwegian æ and ø are ä and ö.
 *
 * @param from index of its first char in the text
 * @param to index after its last char
 * @param joined whether it is a hyphenated pair read as one word, after its two halves
 */
record Word(String spelling, int from, int to, boolean joined) {
    static final int LONGEST = 64;

    /** Hands out the words of a text in order, until the reader has had enough. */
    static void each(CharSequence text, Reader reader) {
        int length = text.length();
        int at = 0;
        Word before = null;
        while (at < length) {
            int from = at;
            while (at < length && isPartOfWord(Character.codePointAt(text, at))) {
                at += Character.charCount(Character.codePointAt(text, at));
            }
            if (at == from) {
                at += Character.charCount(Character.codePointAt(text, at));
                continue;
            }
            var spelling = spell(text.subSequence(from, at).toString());
            if (spelling.isEmpty()) {
                continue;
            }
            var word = new Word(spelling, from, at, false);
            if (!reader.read(word)) {
                return;
            }
            if (before != null && before.to + 1 == from && joins(text.charAt(before.to))) {
                var pair = cut(before.spelling + spelling);
                if (!reader.read(new Word(pair, before.from, at, true))) {
                    return;
                }
            }
            before = word;
        }
    }

    /** All the words of a text, without the joined pairs. */
    static void eachSingle(CharSequence text, Consumer<String> reader) {
        each(
                text,
                word -> {
                    if (!word.joined) {
                        reader.accept(word.spelling);
                    }
                    return true;
                });
    }

    /** All the words of a text as they are written. */
    static void eachWritten(String text, Consumer<String> reader) {
        each(
                text,
                word -> {
                    if (!word.joined) {
                        reader.accept(text.substring(word.from, word.to));
                    }
                    return true;
                });
    }

    /** The word without the dots and rings of å, ä and ö, as typed on a foreign keyboard. */
    static String plain(String spelling) {
        for (int i = 0; i < spelling.length(); i++) {
            if (isSwedishLetter(spelling.charAt(i))) {
                return spelling.replace('å', 'a').replace('ä', 'a').replace('ö', 'o');
            }
        }
        return spelling;
    }

    private static String spell(String written) {
        var lower = written.toLowerCase(Locale.ROOT);
        return cut(isPlainSwedish(lower) ? lower : withoutAccents(lower));
    }

    private static String withoutAccents(String lower) {
        var out = new StringBuilder();
        var composed = Normalizer.normalize(lower, Normalizer.Form.NFKC);
        composed.toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(letter -> {
                    switch (letter) {
                        case 'å', 'ä', 'ö' -> out.appendCodePoint(letter);
                        case 'æ' -> out.append('ä');
                        case 'ø' -> out.append('ö');
                        case 'ß' -> out.append("ss");
                        default -> appendBase(letter, out);
                    }
                });
        return out.toString();
    }

    private static void appendBase(int letter, StringBuilder out) {
        Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(out::appendCodePoint);
    }

    private static boolean isPlainSwedish(String lower) {
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c >= 128 && !isSwedishLetter(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSwedishLetter(char c) {
        return c == 'å' || c == 'ä' || c == 'ö';
    }

    private static boolean isPartOfWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || Character.getType(codePoint) == Character.NON_SPACING_MARK
                || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean joins(char between) {
        return between == '-' || between == '\'' || between == '’' || between == '‑';
    }

    private static String cut(String spelling) {
        if (spelling.length() <= LONGEST) {
            return spelling;
        }
        boolean splitsPair = Character.isHighSurrogate(spelling.charAt(LONGEST - 1));
        return spelling.substring(0, splitsPair ? LONGEST - 1 : LONGEST);
    }

    /** Takes words one by one. */
    interface Reader {
        /** Takes one word; false when no more are wanted. */
        boolean read(Word word);
    }
}
