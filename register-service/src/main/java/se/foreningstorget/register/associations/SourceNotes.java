package se.foreningstorget.register.associations;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import se.foreningstorget.contracts.register.Association;

/** What a reader is told of where an entry comes from, in the reader's language. */
public final class SourceNotes {
    private final MessageSource texts;

    SourceNotes(MessageSource texts) {
        this.texts = texts;
    }

    /** Null when there is nothing to tell. */
    public @Nullable String of(Association association) {
        return switch (association.source()) {
            case MEETING_NOTES_2016 ->
                    texts.getMessage(
                            "note.meeting-notes-2016", null, LocaleContextHolder.getLocale());
            case ASSOCIATION, STAFF -> null;
        };
    }
}
