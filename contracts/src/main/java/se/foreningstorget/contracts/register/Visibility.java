package se.foreningstorget.contracts.register;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may see a contact's details. */
public enum Visibility {
    @JsonProperty("public")
    PUBLIC,
    @JsonProperty("associations")
    ASSOCIATIONS,
    @JsonEnumDefaultValue
    @JsonProperty("city")
    CITY
}
