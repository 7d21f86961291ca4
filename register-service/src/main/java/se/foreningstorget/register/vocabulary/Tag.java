package se.foreningstorget.register.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * An activity an association can say it has.
 *
 * @param synonyms other words people look for it with, in either language
 */
public record Tag(String id, String sv, String en, List<String> synonyms) {
    public Tag {
        synonyms = List.copyOf(synonyms);
    }

    public String label(Locale locale) {
        return locale.getLanguage().equals("en") ? en : sv;
    }

    /** Everything it may be found by; the labels first, so that a reason shows a label. */
    public List<String> words() {
        return Stream.concat(Stream.of(sv, en), synonyms.stream()).distinct().toList();
    }
}
