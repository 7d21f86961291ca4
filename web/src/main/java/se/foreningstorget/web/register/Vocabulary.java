package se.foreningstorget.web.register;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.web.api.Api;
import se.foreningstorget.web.api.Call;
import se.foreningstorget.web.api.Refused;

/** What the register calls what associations do, in the reader's language. */
public class Vocabulary {
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final InstantSource clock;
    private volatile Kept kept = new Kept(List.of(), Instant.MIN);

    Vocabulary(InstantSource clock) {
        this.clock = clock;
    }

    /** One word of it. */
    public record Tag(String id, @Nullable String sv, @Nullable String en) {
        public String in(Locale language) {
            @Nullable String name = language.getLanguage().equals("en") ? en : sv;
            return name == null ? id : name;
        }
    }

    private record Kept(List<Tag> tags, Instant until) {}

    /** All words; when the register does not tell them, those it told last. */
    public List<Tag> tags(Api api) {
        var now = clock.instant();
        if (kept.until().isBefore(now)) {
            try {
                var read = api.list(Call.to("/api/register/v1/tags"), Tag.class);
                kept = new Kept(read.items(), now.plus(KEPT));
            } catch (Refused refused) {
                return kept.tags();
            }
        }
        return kept.tags();
    }

    /** A word's name, or its id when the register does not know it. */
    public String name(Api api, String id, Locale language) {
        return tags(api).stream()
                .filter(tag -> tag.id().equals(id))
                .findFirst()
                .map(tag -> tag.in(language))
                .orElse(id);
    }
}
