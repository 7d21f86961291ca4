package se.foreningstorget.notification.mail;

/** What came of handing a mail to the mail server. */
sealed interface Delivery {
    /** The server has it. */
    record Accepted() implements Delivery {}

    /** Not now, for a reason that may pass. */
    record PutOff(String reason) implements Delivery {}

    /** Never, for a reason of this mail's own. */
    record Refused(String reason) implements Delivery {}
}
