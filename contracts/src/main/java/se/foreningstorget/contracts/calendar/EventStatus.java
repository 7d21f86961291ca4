package se.foreningstorget.contracts.calendar;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether an event takes place. */
public enum EventStatus {
    @JsonEnumDefaultValue
    @JsonProperty("scheduled")
    SCHEDULED,
    @JsonProperty("cancelled")
    CANCELLED
}
