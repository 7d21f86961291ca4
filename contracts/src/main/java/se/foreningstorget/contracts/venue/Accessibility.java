package se.foreningstorget.contracts.venue;

import org.jspecify.annotations.Nullable;

/** Who can get in and take part. */
public record Accessibility(
        Known stepFree, Known accessibleToilet, Known hearingLoop, @Nullable String note) {
    /** Nobody has said anything. */
    public static final Accessibility UNKNOWN =
            new Accessibility(Known.UNKNOWN, Known.UNKNOWN, Known.UNKNOWN, null);

    public Accessibility {
        stepFree = stepFree == null ? Known.UNKNOWN : stepFree;
        accessibleToilet = accessibleToilet == null ? Known.UNKNOWN : accessibleToilet;
        hearingLoop = hearingLoop == null ? Known.UNKNOWN : hearingLoop;
    }
}
