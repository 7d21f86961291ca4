package se.foreningstorget.contracts.notification;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether the newsletter goes to a subscriber. */
public enum SubscriptionStatus {
    /** Asked for, not yet confirmed from the mailbox itself. */
    @JsonProperty("asked")
    ASKED,
    @JsonProperty("active")
    ACTIVE,
    @JsonEnumDefaultValue
    @JsonProperty("ended")
    ENDED,
    /** Disposed of: the address is known no more; who asks again is as new. */
    @JsonProperty("forgotten")
    FORGOTTEN
}
