package se.foreningstorget.contracts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** A language the system speaks with people. */
public enum Language {
    @JsonEnumDefaultValue
    @JsonProperty("sv")
    SV,
    @JsonProperty("en")
    EN;

    public Locale locale() {
        return Locale.forLanguageTag(name().toLowerCase(Locale.ROOT));
    }
}
