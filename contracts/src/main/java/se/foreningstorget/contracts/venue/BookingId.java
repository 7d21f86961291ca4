package se.foreningstorget.contracts.venue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import se.foreningstorget.contracts.Ids;

/** Which booking. */
public record BookingId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BookingId {
        Ids.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
