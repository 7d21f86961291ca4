package se.foreningstorget.contracts.venue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import se.foreningstorget.contracts.Ids;

/** Which venue. */
public record VenueId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public VenueId {
        Ids.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
