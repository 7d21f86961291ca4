package se.foreningstorget.contracts.notification;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import se.foreningstorget.contracts.Ids;

/** Which newsletter issue. */
public record NewsletterId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NewsletterId {
        Ids.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
