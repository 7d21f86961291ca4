package se.foreningstorget.contracts.register;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose word an entry is. */
public enum Source {
    @JsonProperty("meeting-notes-2016")
    MEETING_NOTES_2016,
    @JsonProperty("association")
    ASSOCIATION,
    @JsonEnumDefaultValue
    @JsonProperty("staff")
    STAFF
}
