package se.foreningstorget.contracts.venue;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a booking holds its slot. */
public enum BookingStatus {
    @JsonEnumDefaultValue
    @JsonProperty("standing")
    STANDING,
    @JsonProperty("cancelled")
    CANCELLED
}
