package se.foreningstorget.contracts.venue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.foreningstorget.contracts.register.AssociationId;

/** A venue's slot kept for an association. */
public record Booking(
        BookingId id,
        Slot slot,
        AssociationId association,
        @Nullable String purpose,
        BookingStatus status,
        Instant bookedAt) {
    public boolean stands() {
        return status == BookingStatus.STANDING;
    }

    public Booking cancelled() {
        return new Booking(id, slot, association, purpose, BookingStatus.CANCELLED, bookedAt);
    }
}
