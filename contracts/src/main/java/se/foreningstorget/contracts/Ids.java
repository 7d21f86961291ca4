package se.foreningstorget.contracts;

import java.util.regex.Pattern;

/** The shape all ids share: chosen by the client, safe in a path, a header and a file name. */
public final class Ids {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

    private Ids() {}

    /** The id itself, or IllegalArgumentException when it does not have the shape. */
    public static String require(String value) {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an id has 1-64 lower-case letters a-z, digits and hyphens");
        }
        return value;
    }
}
