package se.foreningstorget.contracts.venue;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Yes, no, or nobody has said: unknown is never shown as no. */
public enum Known {
    @JsonProperty("yes")
    YES,
    @JsonProperty("no")
    NO,
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
