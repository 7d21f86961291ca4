package se.foreningstorget.searchkit;

import java.util.List;

/**
 * One entry that was found.
 *
 * <p>Not a record: its payload is bytes.
 */
public final class Hit {
    private final String id;
    private final byte[] payload;
    private final List<Reason> reasons;

    Hit(String id, byte[] payload, List<Reason> reasons) {
        this.id = id;
        this.payload = payload;
        this.reasons = List.copyOf(reasons);
    }

    public String id() {
        return id;
    }

    /** The bytes that were put with the entry; not to be written to. */
    public byte[] payload() {
        return payload;
    }

    /** Why it was found, heaviest field first; at least one when there was a text to find. */
    public List<Reason> reasons() {
        return reasons;
    }

    @Override
    public String toString() {
        return id + " " + reasons;
    }
}
