package se.foreningstorget.contracts.calendar;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of event it is. */
public enum EventCategory {
    @JsonProperty("open-house")
    OPEN_HOUSE,
    @JsonProperty("information-meeting")
    INFORMATION_MEETING,
    @JsonProperty("try-out")
    TRY_OUT,
    @JsonEnumDefaultValue
    @JsonProperty("activity")
    ACTIVITY,
    @JsonProperty("course")
    COURSE,
    @JsonProperty("study-circle")
    STUDY_CIRCLE,
    @JsonProperty("gathering")
    GATHERING
}
