package se.foreningstorget.register.text;

/** The shapes texts of a request must have; empty ones pass, since they say nothing. */
public final class Shapes {
    /** One address without a name or list around it. */
    public static final String EMAIL = "|[^@\\s<>,;:\"()]+@[^@\\s<>,;:\"()]+\\.[^@\\s<>,;:\"().]+";

    /** Anything on one line with at least five digits. */
    public static final String PHONE = "|(?:[^0-9\\n\\r<>]*+[0-9]){5}[^\\n\\r<>]*";

    /** An address of the web, without a user's name in it, that a page can link to as it is. */
    public static final String HOMEPAGE =
            "|(?i:https?)://[^\\s/?#@<>\"'\\\\]+(?:[/?#][^\\s<>\"'\\\\]*)?";

    private Shapes() {}
}
