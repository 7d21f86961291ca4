package se.foreningstorget.eventkit;

/** Accepting this would make a record or document too large to send or store later. */
public class TooLarge extends RuntimeException {
    public TooLarge(String message) {
        super(message);
    }
}
