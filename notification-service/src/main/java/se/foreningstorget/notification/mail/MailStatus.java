package se.foreningstorget.notification.mail;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a mail has come. */
enum MailStatus {
    @JsonProperty("queued")
    QUEUED("queued"),
    /** Claimed by a courier, until its claim ends. */
    @JsonProperty("sending")
    SENDING("sending"),
    @JsonProperty("sent")
    SENT("sent"),
    /** It can never be delivered; staff see why. */
    @JsonProperty("failed")
    FAILED("failed"),
    /** Its recipient wanted no more of it before it was sent. */
    @JsonProperty("withdrawn")
    WITHDRAWN("withdrawn");

    private final String stored;

    MailStatus(String stored) {
        this.stored = stored;
    }

    /** As it stands in the store. */
    String stored() {
        return stored;
    }

    boolean isOpen() {
        return this == QUEUED || this == SENDING;
    }
}
