package se.foreningstorget.register.leads;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import se.foreningstorget.contracts.register.Association;
import se.foreningstorget.contracts.register.AssociationFacts;
import se.foreningstorget.contracts.register.AssociationId;
import se.foreningstorget.register.associations.AssociationIndex;
import se.foreningstorget.register.associations.SourceNotes;
import se.foreningstorget.register.vocabulary.Tag;
import se.foreningstorget.register.vocabulary.Vocabulary;
import se.foreningstorget.searchkit.Hit;
import se.foreningstorget.searchkit.Reason;

/** Which associations could suit a wish, and why; nothing is decided by it. */
final class Suggestions {
    private static final int MOST = 20;
    private static final int MOST_TAGS = 3;

    private final AssociationIndex index;
    private final Vocabulary vocabulary;
    private final SourceNotes notes;
    private final MessageSource texts;

    Suggestions(
            AssociationIndex index, Vocabulary vocabulary, SourceNotes notes, MessageSource texts) {
        this.index = index;
        this.vocabulary = vocabulary;
        this.notes = notes;
        this.texts = texts;
    }

    /**
     * An association that could suit.
     *
     * @param hasContact whether a lead would reach it
     * @param summary what it says of itself, in short; empty when it has said nothing yet
     */
    record Suggestion(
            AssociationId association,
            String name,
            boolean hasContact,
            @Nullable String note,
            List<Reason> reasons,
            String summary) {}

    /** Best first. */
    List<Suggestion> of(String wish) {
        return index.suiting(wish, MOST).stream().map(this::suggestion).toList();
    }

    private Suggestion suggestion(Hit hit) {
        Association association = AssociationIndex.read(hit);
        var facts = association.facts();
        return new Suggestion(
                association.id(),
                facts.name(),
                facts.contacts().stream().anyMatch(contact -> contact.email() != null),
                notes.of(association),
                hit.reasons(),
                summary(facts));
    }

    /** Like "kör · tisdagar · Råå · nybörjare välkomna"; what is only guessed is left out. */
    private String summary(AssociationFacts facts) {
        Locale locale = LocaleContextHolder.getLocale();
        var parts = new ArrayList<String>();
        if (!facts.tagsGuessed()) {
            vocabulary.known(facts.tags()).stream()
                    .limit(MOST_TAGS)
                    .map(tag -> inText(tag, locale))
                    .forEach(parts::add);
        }
        Stream.of(facts.meets(), facts.area()).filter(Objects::nonNull).forEach(parts::add);
        if (Boolean.TRUE.equals(facts.beginnersWelcome())) {
            parts.add(texts.getMessage("summary.beginners-welcome", null, locale));
        }
        return String.join(" · ", parts);
    }

    /** As within a sentence, unless it is an abbreviation. */
    private static String inText(Tag tag, Locale locale) {
        var label = tag.label(locale);
        return label.length() > 1 && Character.isUpperCase(label.charAt(1))
                ? label
                : label.substring(0, 1).toLowerCase(locale) + label.substring(1);
    }
}
