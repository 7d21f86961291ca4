package se.foreningstorget.gateway;

import org.jspecify.annotations.Nullable;

/** The door ends a request itself. */
final class Refusal extends RuntimeException {
    private final Fault fault;
    private final String part;
    private final int retryAfter;

    private Refusal(Fault fault, String part, int retryAfter, @Nullable Throwable cause) {
        super(fault.code() + " " + part, cause, false, false);
        this.fault = fault;
        this.part = part;
        this.retryAfter = retryAfter;
    }

    static Refusal of(Fault fault) {
        return new Refusal(fault, "", 0, null);
    }

    /** A service could not answer; {@code part} is its name. */
    static Refusal by(Fault fault, String part, int retryAfter, @Nullable Throwable cause) {
        return new Refusal(fault, part, retryAfter, cause);
    }

    Fault fault() {
        return fault;
    }

    String part() {
        return part;
    }

    /** Seconds, or 0 when there is nothing to wait for. */
    int retryAfter() {
        return retryAfter;
    }
}
