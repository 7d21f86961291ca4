package se.foreningstorget.contracts.register;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import se.foreningstorget.contracts.Ids;

/** Which association. */
public record AssociationId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AssociationId {
        Ids.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
