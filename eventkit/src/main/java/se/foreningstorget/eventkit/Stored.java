package se.foreningstorget.eventkit;

/**
 * An aggregate as the store has it.
 *
 * @param seq the number of its latest event, from 1
 */
public record Stored<S>(String id, S state, long seq) {
    /** What a client sends back as {@code Seen} to read its own write. */
    public String seen() {
        return id + "@" + seq;
    }
}
