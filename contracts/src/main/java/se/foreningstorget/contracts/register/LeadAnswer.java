package se.foreningstorget.contracts.register;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an association says to a lead. */
public enum LeadAnswer {
    @JsonProperty("welcome")
    WELCOME,
    @JsonProperty("full")
    FULL,
    @JsonProperty("not-for-us")
    NOT_FOR_US
}
