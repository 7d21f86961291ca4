package se.foreningstorget.eventkit;

import org.jspecify.annotations.Nullable;

/** Nothing is wrong with the request or record: what it needs is away or busy just now. */
public class TryLater extends RuntimeException {
    /** A newer version of the service wrote what this one was to read. */
    static final String NEWER_DOCUMENT = "newer-document";

    private final String code;

    public TryLater(String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** The problem's code, {@code busy}, {@code store-away} or {@code newer-document}. */
    public String code() {
        return code;
    }
}
