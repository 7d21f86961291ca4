package se.foreningstorget.contracts.register;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of body stands in the register. */
public enum AssociationKind {
    @JsonEnumDefaultValue
    @JsonProperty("association")
    ASSOCIATION,
    @JsonProperty("study-association")
    STUDY_ASSOCIATION,
    @JsonProperty("umbrella")
    UMBRELLA,
    @JsonProperty("city-unit")
    CITY_UNIT,
    @JsonProperty("council")
    COUNCIL;

    /** The city's own units and councils take no interest leads. */
    public boolean takesLeads() {
        return switch (this) {
            case ASSOCIATION, STUDY_ASSOCIATION, UMBRELLA -> true;
            case CITY_UNIT, COUNCIL -> false;
        };
    }
}
