package se.foreningstorget.contracts.register;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import se.foreningstorget.contracts.Ids;

/** Which interest lead. */
public record LeadId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LeadId {
        Ids.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
