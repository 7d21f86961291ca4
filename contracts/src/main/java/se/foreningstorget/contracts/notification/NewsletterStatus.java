package se.foreningstorget.contracts.notification;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How far an issue has come. */
public enum NewsletterStatus {
    @JsonEnumDefaultValue
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("sent")
    SENT
}
