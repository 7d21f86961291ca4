package se.foreningstorget.contracts.register;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose turn it is with a lead. */
public enum LeadStatus {
    /** At the volunteer centre's desk: new, or every association it went to said no. */
    @JsonEnumDefaultValue
    @JsonProperty("waiting")
    WAITING,
    /** At one or more associations. */
    @JsonProperty("forwarded")
    FORWARDED,
    /** At least one association said welcome. */
    @JsonProperty("answered")
    ANSWERED,
    /** Taken back by the resident. */
    @JsonProperty("withdrawn")
    WITHDRAWN,
    /** Disposed of: nothing is known but that it was there. */
    @JsonProperty("forgotten")
    FORGOTTEN
}
