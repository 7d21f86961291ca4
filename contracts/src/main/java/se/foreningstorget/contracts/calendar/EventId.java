package se.foreningstorget.contracts.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import se.foreningstorget.contracts.Ids;

/** Which calendar event. */
public record EventId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EventId {
        Ids.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
