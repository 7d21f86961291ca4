package se.foreningstorget.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Why an entry was found.
 *
 * @param field where it matched
 * @param words the matching words as they stand in the fragment
 */
public record Reason(String field, String fragment, List<String> words) {
    public Reason {
        field = field == null ? "" : field;
        fragment = fragment == null ? "" : fragment;
        words = words == null ? List.of() : words;
    }

    /** Whether it matched what the association does, which may be a guess. */
    public boolean isAboutTags() {
        return List.of("activity", "tags", "tag").contains(field);
    }

    /** A stretch of the fragment, marked when it is what was looked for. */
    public record Piece(String text, boolean marked) {}

    /** The fragment in pieces, so that a page can mark the words without writing markup. */
    public List<Piece> pieces() {
        var alternatives =
                words.stream()
                        .filter(word -> !word.isBlank())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"));
        if (alternatives.isEmpty()) {
            return List.of(new Piece(fragment, false));
        }
        var pieces = new ArrayList<Piece>();
        var matcher = Pattern.compile(alternatives).matcher(fragment);
        int end = 0;
        while (matcher.find()) {
            if (matcher.start() > end) {
                pieces.add(new Piece(fragment.substring(end, matcher.start()), false));
            }
            pieces.add(new Piece(matcher.group(), true));
            end = matcher.end();
        }
        if (end < fragment.length()) {
            pieces.add(new Piece(fragment.substring(end), false));
        }
        return pieces;
    }
}
