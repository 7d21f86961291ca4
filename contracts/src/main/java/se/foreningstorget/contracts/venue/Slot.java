package se.foreningstorget.contracts.venue;

import java.time.LocalTime;

/** A time of one day, from inclusive, to exclusive; local time at the venue. */
public record Slot(LocalTime from, LocalTime to) {
    public boolean overlaps(Slot other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }
}
