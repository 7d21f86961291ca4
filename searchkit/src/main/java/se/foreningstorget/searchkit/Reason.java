package se.foreningstorget.searchkit;

import java.util.List;

/**
 * Why an entry was found.
 *
 * @param field the text field that matched
 * @param fragment the text as it was written, cut around the match when long
 * @param words the matching words as they stand in the fragment, for marking them
 */
public record Reason(String field, String fragment, List<String> words) {
    public Reason {
        words = List.copyOf(words);
    }
}
