package se.foreningstorget.contracts.register;

import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.Language;

/** Who left a lead and how to reach them: by mail, by telephone, or both. */
public record Resident(
        @Nullable String name, @Nullable String email, @Nullable String phone, Language language) {}
