package se.foreningstorget.contracts.notification;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import se.foreningstorget.contracts.Ids;

/** Which subscriber: a hash of the address, never the address itself. */
public record SubscriberId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SubscriberId {
        Ids.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
